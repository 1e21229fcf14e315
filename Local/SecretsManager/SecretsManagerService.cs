using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.SecretsManager.Api;
using Lexicon.Local.SecretsManager.Resources;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.SecretsManager;

/// <summary>AWS Secrets Manager: the secrets of the templates, each value a file below the data folder.</summary>
internal sealed class SecretsManagerService : IService, IAwsService
{
    private readonly Secrets _secrets;
    private readonly SecretsApi _api;

    /// <summary>Wires the service; writes no file.</summary>
    public SecretsManagerService(Settings settings, IIdentities identities, TimeProvider time)
    {
        _secrets = new Secrets(Path.Combine(settings.Data, "secrets"), time);
        _api = new SecretsApi(_secrets, identities);
        ResourceTypes = [new SecretType(_secrets)];
    }

    public string Name => "Secrets Manager";

    public string SigningName => "secretsmanager";

    public IEnumerable<string> Operations => _api.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation)
    {
        _secrets.Keep();
        return Task.CompletedTask;
    }

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
