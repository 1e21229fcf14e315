using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>/login</c>: the sign-in page, in place of Amazon Cognito's
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html).
/// </summary>
internal sealed class LoginEndpoint(
    UserPools pools, AuthorizationCodes codes, BrowserSessions sessions, SignIns signIns, Database database)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = AuthorizationRequest.Read(context.Request.Query, pools);
        if (request.Error is { } error)
        {
            throw error;
        }

        if (HttpMethods.IsPost(context.Request.Method))
        {
            await SignInAsync(context, request);
        }
        else
        {
            await PageAsync(context, request, message: null, userName: string.Empty);
        }
    }

    private async Task SignInAsync(HttpContext context, AuthorizationRequest request)
    {
        var form = await Forms.ReadAsync(context);
        var userName = (string?)form["username"] ?? string.Empty;
        try
        {
            var (grant, challenge) = await signIns.ByPasswordAsync(
                request.Client, userName, (string?)form["password"] ?? string.Empty, context.RequestAborted);
            if (grant is null)
            {
                var missing = $"This account must first answer {challenge!["ChallengeName"]}, which this local page does not offer.";
                await PageAsync(context, request, missing, userName);
                return;
            }

            grant = grant with { Scope = request.Scope, Nonce = request.Nonce };
            sessions.Begin(context, grant);
            var code = codes.Issue(request, grant);
            context.Response.Redirect(request.Answer(new KeyValuePair<string, string>("code", code)));
        }
        catch (CognitoException error) when (error.Type is "UserNotConfirmedException")
        {
            var pool = pools.PoolOf(request.Client);
            var code = database.ConfirmationCode(pool.Id, pool.Normalize(userName.Trim())) ?? string.Empty;
            await Page.WriteAsync(context, "Confirm", request.RedirectUri, Page.Confirm(
                context.Request.QueryString.Value!, Forms.Token(context), null, userName, code));
        }
        catch (CognitoException error)
        {
            await PageAsync(context, request, error.Message, userName);
        }
    }

    private Task PageAsync(HttpContext context, AuthorizationRequest request, string? message, string userName) =>
        Page.WriteAsync(context, "Sign in", request.RedirectUri, Page.SignIn(
            context.Request.QueryString.Value!, Forms.Token(context), message, userName, pools.PoolOf(request.Client)));
}
