using System.Security.Cryptography;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito;
using Lexicon.Local.CognitoIdentity.Api;
using Lexicon.Local.CognitoIdentity.Resources;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>Amazon Cognito identity pools.</summary>
internal sealed class CognitoIdentityService : IService, IAwsService
{
    private const int KeyLength = 32;

    private readonly CognitoIdentityApi _api;

    /// <summary>Wires the service; reads no file.</summary>
    public CognitoIdentityService(
        Settings settings, IUserPools users, IIdentities identities, IFederation federation, TimeProvider time)
    {
        var pools = new IdentityPools();
        var ids = new Lazy<IdentityIds>(() => new IdentityIds(ReadKey(Path.Combine(settings.Data, "cognito-identity"))));
        ResourceTypes = [new IdentityPoolType(pools, users), new IdentityPoolRoleAttachmentType(pools)];
        var lifetime = TimeSpan.FromSeconds(settings.SessionSeconds);
        _api = new CognitoIdentityApi(
            new IdentityOperations(pools, new LoginTokens(users, time), ids, federation, lifetime), identities);
    }

    public string Name => "Cognito identity pools";

    public string SigningName => "cognito-identity";

    public IEnumerable<string> Operations => _api.Operations;

    public AwsError InternalError => new(500, "InternalErrorException", "Amazon Cognito encountered an internal error.");

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public bool Claims(HttpRequest request) => CognitoIdentityApi.Owns(request);

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The ids of identities follow from it, so it stays.
    private static byte[] ReadKey(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "key");
        if (!File.Exists(file))
        {
            File.WriteAllBytes($"{file}.new", RandomNumberGenerator.GetBytes(KeyLength));
            File.Move($"{file}.new", file, overwrite: true);
        }

        return File.ReadAllBytes(file);
    }
}
