using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CognitoIdentity.Api;

/// <summary>
/// The wire protocol of the identity pools API, AWS JSON 1.1, open to browsers. Nobody signs: the tokens in the request are what counts.
/// </summary>
internal sealed class CognitoIdentityApi(IdentityOperations operations, IIdentities identities)
{
    private const string Service = "AWSCognitoIdentityService";

    private static readonly AwsJsonProtocol Protocol = new()
    {
        Services = [Service],
        ContentType = "application/x-amz-json-1.1",
        UnknownTarget = UnknownOperation,
        Unreadable = reason => new CognitoIdentityException("SerializationException", reason),
        Admit = Admit,
    };

    private readonly AwsJsonEndpoint _endpoint = new(Protocol, new AwsOperations(
        identities,
        [
            new("GetId", ForAnyone, operations.GetIdAsync),
            new("GetCredentialsForIdentity", ForAnyone, operations.GetCredentialsAsync),
        ])
    {
        Otherwise = name => throw UnknownOperation(name),
        Denied = message => new CognitoIdentityException("AccessDeniedException", message),
    });

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _endpoint.Operations;

    /// <summary>Whether the request names an operation of this service.</summary>
    public static bool Owns(HttpRequest request) =>
        request.Headers["X-Amz-Target"].ToString().StartsWith($"{Service}.", StringComparison.Ordinal);

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) =>
        BrowserCors.Answered(context) ? Task.CompletedTask : _endpoint.HandleAsync(context, caller);

    private static Permission? ForAnyone(AwsCall call) => null;

    // On AWS any page may call; here the demo reader's password is known to everyone.
    private static void Admit(HttpContext context)
    {
        if (BrowserGuard.IsForeign(context.Request))
        {
            throw new CognitoIdentityException(
                "AccessDeniedException", $"Requests of web pages from '{context.Request.Headers.Origin}' are refused.");
        }
    }

    private static CognitoIdentityException UnknownOperation(string name) => new(
        "UnknownOperationException", $"{name} is not supported here; there are GetId and GetCredentialsForIdentity.");
}
