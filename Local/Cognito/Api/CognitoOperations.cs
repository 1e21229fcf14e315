using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// The operations of the user pools API (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/),
/// performed by cognito-local, with what Amazon Cognito checks before and changes after.
/// </summary>
internal sealed class CognitoOperations(
    IUserDirectory users, RequestChecks checks, Authentication authentication, PasswordResets resets, TokenIssuer issuer)
{
    /// <summary>What the templates say, only a template can change: the next start would undo it anyway.</summary>
    private static readonly HashSet<string> OfTheTemplate =
    [
        "CreateUserPool", "UpdateUserPool", "DeleteUserPool", "CreateUserPoolClient", "UpdateUserPoolClient",
        "DeleteUserPoolClient", "SetUserPoolMfaConfig", "AddCustomAttributes",
    ];

    /// <summary>The operations: those that a client's own user calls, and all others, which need a permission.</summary>
    public AwsOperations Table(IIdentities identities) => new(
        identities,
        PublicOperations.Open.Concat(PublicOperations.ByAccessToken).Select(name => new AwsOperation(name, ForAnyone, PerformAsync)))
    {
        Otherwise = name => new(name, OnPool, PerformAsync),
        Denied = message => new CognitoException("AccessDeniedException", message),
    };

    /// <summary>Performs one operation.</summary>
    /// <exception cref="CognitoException">It is refused, as Amazon Cognito would.</exception>
    public async Task<JsonObject> PerformAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        if (OfTheTemplate.Contains(operation))
        {
            throw new CognitoException(
                "UnsupportedOperationException", $"The local user pool does not offer {operation}: change the template instead.");
        }

        await checks.CheckAsync(operation, request, cancellation);
        try
        {
            return CodeDelivery.Mask(await AnswerAsync(operation, request, cancellation));
        }
        catch (CognitoException error) when (error.Type is "CodeMismatchException")
        {
            // cognito-local says it in words of its own.
            throw PasswordResets.CodeMismatch();
        }
    }

    private async Task<JsonObject> AnswerAsync(string operation, JsonObject request, CancellationToken cancellation) =>
        operation switch
        {
            "InitiateAuth" => await authentication.InitiateAsync(checks.ClientOf(request), request, cancellation),
            "AdminInitiateAuth" => await authentication.AdminInitiateAsync(checks.ClientOf(request), request, cancellation),
            "RespondToAuthChallenge" => await authentication.RespondAsync(checks.ClientOf(request), request, cancellation),
            "GetTokensFromRefreshToken" => await authentication.RefreshAsync(checks.ClientOf(request), request, cancellation),
            "ConfirmSignUp" => await ConfirmSignUpAsync(request, cancellation),
            "ForgotPassword" => await resets.BeginAsync(PoolOf(request), checks.ClientOf(request), request, cancellation),
            "ConfirmForgotPassword" => await resets.FinishAsync(PoolOf(request), checks.ClientOf(request), request, cancellation),
            _ => await users.CallAsync(operation, request, cancellation),
        };

    private PoolDefinition PoolOf(JsonObject request) => checks.PoolOf(request)
        ?? throw new CognitoException("InvalidParameterException", "Missing required parameter ClientId");

    private Task<JsonObject> PerformAsync(AwsCall call) => PerformAsync(call.Operation, call.Request, call.Cancellation);

    private static Permission? ForAnyone(AwsCall call) => null;

    /// <summary>
    /// The permission for an operation on a pool; the account itself needs none
    /// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html).
    /// </summary>
    private Permission? OnPool(AwsCall call) => call.Caller == Caller.Anonymous
        ? throw new CognitoException("MissingAuthenticationTokenException", "Missing Authentication Token")
        : call.Caller.RoleArn is null
            ? null
            : new($"cognito-idp:{call.Operation}", checks.PoolOf(call.Request)?.Arn ?? "*");

    // Amazon Cognito marks what the code was sent to as verified; cognito-local does not.
    private async Task<JsonObject> ConfirmSignUpAsync(JsonObject request, CancellationToken cancellation)
    {
        var pool = PoolOf(request);
        var userName = request.Required("Username");
        _ = request.Required("ConfirmationCode");
        var answer = await users.CallAsync("ConfirmSignUp", request, cancellation);
        if (pool.Properties.AutoVerifiedAttributes.Contains("email"))
        {
            var attributes = await issuer.AttributesAsync(pool, userName, cancellation);
            await users.CallAsync("AdminUpdateUserAttributes", new JsonObject
            {
                ["UserPoolId"] = pool.Id,
                ["Username"] = userName,
                ["UserAttributes"] = new JsonArray(
                    new JsonObject { ["Name"] = "email", ["Value"] = attributes.GetValueOrDefault("email") },
                    new JsonObject { ["Name"] = "email_verified", ["Value"] = "true" }),
            }, cancellation);
        }

        return answer;
    }
}
