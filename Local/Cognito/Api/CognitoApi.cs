using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// The wire protocol of the user pools API, AWS JSON 1.1, open to browsers: errors carry their name in a header, too
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html).
/// </summary>
internal sealed class CognitoApi(CognitoOperations operations, IIdentities identities)
{
    private const string TargetHeader = "X-Amz-Target";
    private const string Service = "AWSCognitoIdentityProviderService";

    private static readonly AwsJsonProtocol Protocol = new()
    {
        Services = [Service],
        ContentType = "application/x-amz-json-1.1",
        UnknownTarget = _ => UnknownOperation(),
        Unreadable = reason => new CognitoException("SerializationException", reason),
        Admit = Admit,
    };

    private readonly AwsJsonEndpoint _endpoint = new(Protocol, operations.Table(identities));

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _endpoint.Operations;

    /// <summary>Whether the request names an operation of this service, or asks whether a browser may.</summary>
    public static bool Owns(HttpRequest request) =>
        request.Headers[TargetHeader].ToString().StartsWith($"{Service}.", StringComparison.Ordinal)
        || (HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestHeaders.ToString()
            .Contains(TargetHeader, StringComparison.OrdinalIgnoreCase));

    /// <summary>Handles one request, errors included.</summary>
    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        if (BrowserCors.Answered(context))
        {
            return;
        }

        try
        {
            await _endpoint.HandleAsync(context, caller);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            var error = new CognitoException("RequestEntityTooLargeException", "The request body is too large.", 413).Error;
            await context.WriteAsync(ErrorProtocol.Json, error, contentType: Protocol.ContentType);
        }
    }

    private static void Admit(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            throw UnknownOperation();
        }

        // On AWS any page may call; here the demo reader's password is known to everyone.
        if (BrowserGuard.IsForeign(context.Request))
        {
            throw new CognitoException(
                "AccessDeniedException", $"Requests of web pages from '{context.Request.Headers.Origin}' are refused.", 403);
        }
    }

    private static CognitoException UnknownOperation() =>
        new("UnknownOperationException", "The X-Amz-Target header names no operation of this service.");
}
