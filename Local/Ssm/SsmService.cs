using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Ssm.Api;
using Lexicon.Local.Ssm.Resources;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Ssm;

/// <summary>AWS Systems Manager, of which there is Parameter Store: the parameters of the templates.</summary>
internal sealed class SsmService : IService, IAwsService
{
    private readonly SsmApi _api;

    /// <summary>Wires the service.</summary>
    public SsmService(IIdentities identities, TimeProvider time)
    {
        var store = new ParameterStore(time);
        _api = new SsmApi(store, identities);
        ResourceTypes = [new ParameterType(store)];
    }

    public string Name => "Systems Manager";

    public string SigningName => "ssm";

    public IEnumerable<string> Operations => _api.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
