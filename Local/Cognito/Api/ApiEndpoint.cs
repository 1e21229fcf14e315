using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// The wire protocol of the user pools API, AWS JSON 1.1: <c>X-Amz-Target</c> names the operation, errors carry
/// <c>__type</c> (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html).
/// </summary>
internal sealed class ApiEndpoint(UserPoolApi api, IIdentities identities)
{
    private const string TargetHeader = "X-Amz-Target";
    private const string Service = "AWSCognitoIdentityProviderService.";

    /// <summary>Whether the request names an operation of this service, or asks whether a browser may.</summary>
    public static bool Owns(HttpRequest request) =>
        request.Headers[TargetHeader].ToString().StartsWith(Service, StringComparison.Ordinal)
        || (HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestHeaders.ToString()
            .Contains(TargetHeader, StringComparison.OrdinalIgnoreCase));

    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        if (Cors.Answered(context))
        {
            return;
        }

        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        context.Response.ContentType = "application/x-amz-json-1.1";
        try
        {
            var target = context.Request.Headers[TargetHeader].ToString();
            if (!target.StartsWith(Service, StringComparison.Ordinal) || !HttpMethods.IsPost(context.Request.Method))
            {
                throw new CognitoException("UnknownOperationException", "The X-Amz-Target header names no operation of this service.");
            }

            // On AWS any page may call; here the demo reader's password is known to everyone.
            if (BrowserGuard.IsForeign(context.Request))
            {
                throw new CognitoException(
                    "AccessDeniedException", $"Requests of web pages from '{context.Request.Headers.Origin}' are refused.", 403);
            }

            var operation = target[Service.Length..];
            var request = await ReadAsync(context);
            Authorize(operation, request, caller);
            var answer = await api.PerformAsync(operation, request, context.RequestAborted);
            await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
        }
        catch (CognitoException error)
        {
            context.Response.StatusCode = error.Status;
            context.Response.Headers["x-amzn-ErrorType"] = $"{error.Type}:";
            var body = new JsonObject { ["__type"] = error.Type, ["message"] = error.Message };
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CognitoException("SerializationException", "The request body is not a JSON object.");
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new CognitoException("RequestEntityTooLargeException", "The request body is too large.", 413);
        }
    }

    private void Authorize(string operation, JsonObject request, Caller caller)
    {
        if (PublicOperations.Open.Contains(operation) || PublicOperations.ByAccessToken.Contains(operation))
        {
            return;
        }

        if (caller == Caller.Anonymous)
        {
            throw new CognitoException("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var decision = caller.RoleArn is null
            ? null
            : identities.Authorize(new AccessRequest(caller, $"cognito-idp:{operation}", api.ResourceArn(request)));
        if (decision is { Allowed: false })
        {
            throw new CognitoException("AccessDeniedException", decision.Message);
        }
    }
}
