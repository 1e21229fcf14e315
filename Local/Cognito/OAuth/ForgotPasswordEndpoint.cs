using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Api;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>/forgotPassword</c> and <c>/confirmForgotPassword</c>, in place of Amazon Cognito's: asks whose password it is, shows the code that a
/// mail would bring, and takes the code with a new password
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-hosted-ui-user-forgot-password.html).
/// </summary>
internal sealed class ForgotPasswordEndpoint(UserPools pools, CognitoOperations api, Database database)
{
    /// <summary>Where a code is asked for.</summary>
    public const string Path = "/forgotPassword";

    /// <summary>Where it is taken.</summary>
    public const string ConfirmPath = "/confirmForgotPassword";

    public async Task HandleAsync(HttpContext context)
    {
        var request = AuthorizationRequest.Read(context.Request.Query, pools);
        if (request.Error is { } error)
        {
            throw error;
        }

        var isConfirmation = context.Request.Path.Value is ConfirmPath;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await (isConfirmation ? NewPasswordAsync(context, request, "", null) : AskAsync(context, request, "", null));
            return;
        }

        var form = await Forms.ReadAsync(context);
        var userName = ((string?)form["username"] ?? string.Empty).Trim();
        try
        {
            await (isConfirmation ? ConfirmAsync(context, request, form, userName) : SendAsync(context, request, userName));
        }
        catch (CognitoException mistake) when (isConfirmation && mistake.Status < 500)
        {
            await NewPasswordAsync(context, request, userName, mistake.Message);
        }
        catch (CognitoException mistake) when (mistake.Status < 500)
        {
            await AskAsync(context, request, userName, mistake.Message);
        }
    }

    private async Task SendAsync(HttpContext context, AuthorizationRequest request, string userName)
    {
        await api.PerformAsync(
            "ForgotPassword",
            new JsonObject { ["ClientId"] = request.Client.Id, ["Username"] = userName },
            context.RequestAborted);
        await NewPasswordAsync(context, request, userName, error: null);
    }

    private async Task ConfirmAsync(HttpContext context, AuthorizationRequest request, IFormCollection form, string userName)
    {
        await api.PerformAsync(
            "ConfirmForgotPassword",
            new JsonObject
            {
                ["ClientId"] = request.Client.Id,
                ["Username"] = userName,
                ["ConfirmationCode"] = ((string?)form["code"] ?? string.Empty).Trim(),
                ["Password"] = (string?)form["password"] ?? string.Empty,
            },
            context.RequestAborted);
        await Page.WriteAsync(context, "Sign in", request.RedirectUri, Page.SignIn(
            context.Request.QueryString.Value!, Forms.Token(context), error: null, userName, pools.PoolOf(request.Client),
            notice: "Your password is changed. Sign in with the new one."));
    }

    private static Task AskAsync(HttpContext context, AuthorizationRequest request, string userName, string? error) => Page.WriteAsync(
        context, "Forgot your password?", request.RedirectUri,
        PasswordPages.Forgot(context.Request.QueryString.Value!, Forms.Token(context), error, userName));

    private Task NewPasswordAsync(HttpContext context, AuthorizationRequest request, string userName, string? error)
    {
        var pool = pools.PoolOf(request.Client);
        return Page.WriteAsync(context, "Choose a new password", request.RedirectUri, PasswordPages.New(
            context.Request.QueryString.Value!,
            Forms.Token(context),
            error,
            userName,
            database.ConfirmationCode(pool.Id, pool.Normalize(userName)),
            PasswordRulesList.Of(pool)));
    }
}
