using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Api;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>/signup</c>: makes an account, then shows the code that Amazon Cognito would send by mail, so that a second reader
/// can be had in a minute.
/// </summary>
internal sealed class SignUpEndpoint(UserPools pools, CognitoOperations api, Database database)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = AuthorizationRequest.Read(context.Request.Query, pools);
        if (request.Error is { } error)
        {
            throw error;
        }

        var query = context.Request.QueryString.Value!;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await WriteAsync(context, request, Page.SignUp(query, Forms.Token(context), null, string.Empty, Rules(request)));
            return;
        }

        var form = await Forms.ReadAsync(context);
        var userName = ((string?)form["username"] ?? string.Empty).Trim();
        var step = (string?)form["code"] is null ? "SignUp" : "ConfirmSignUp";
        try
        {
            await api.PerformAsync(step, new JsonObject
            {
                ["ClientId"] = request.Client.Id,
                ["Username"] = userName,
                ["Password"] = (string?)form["password"],
                ["ConfirmationCode"] = ((string?)form["code"])?.Trim(),
                ["UserAttributes"] = new JsonArray(
                    new JsonObject { ["Name"] = "email", ["Value"] = pools.PoolOf(request.Client).Normalize(userName) }),
            }, context.RequestAborted);
            if (step is "SignUp")
            {
                await WriteAsync(context, request, Page.Confirm(query, Forms.Token(context), null, userName, Code(request, userName)));
                return;
            }

            await Page.WriteAsync(context, "Sign in", request.RedirectUri, Page.SignIn(
                query, Forms.Token(context), error: null, userName, pools.PoolOf(request.Client),
                notice: "Your e-mail address is confirmed. Sign in with your password."));
        }
        catch (CognitoException mistake) when (step is "SignUp")
        {
            await WriteAsync(context, request, Page.SignUp(query, Forms.Token(context), mistake.Message, userName, Rules(request)));
        }
        catch (CognitoException mistake)
        {
            await WriteAsync(
                context, request, Page.Confirm(query, Forms.Token(context), mistake.Message, userName, Code(request, userName)));
        }
    }

    private static Task WriteAsync(HttpContext context, AuthorizationRequest request, string body) =>
        Page.WriteAsync(context, "Create an account", request.RedirectUri, body);

    private string Rules(AuthorizationRequest request) => PasswordRulesList.Of(pools.PoolOf(request.Client));

    private string Code(AuthorizationRequest request, string userName) =>
        database.ConfirmationCode(request.Client.PoolId, pools.PoolOf(request.Client).Normalize(userName)) ?? string.Empty;
}
