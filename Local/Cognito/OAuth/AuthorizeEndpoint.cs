using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>GET /oauth2/authorize</c>: to the sign-in page, or straight back with a code where this browser is signed in
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html).
/// </summary>
internal sealed class AuthorizeEndpoint(UserPools pools, AuthorizationCodes codes, BrowserSessions sessions, SignIns signIns)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = AuthorizationRequest.Read(context.Request.Query, pools);
        if (request.Error is { } error)
        {
            context.Response.Redirect(request.Answer(
                new("error", error.Error), new("error_description", error.Message)));
            return;
        }

        if (sessions.Find(context, request.Client.Id) is { } known
            && await StillValidAsync(request, known, context.RequestAborted) is { } grant)
        {
            var code = codes.Issue(request, grant);
            context.Response.Redirect(request.Answer(new KeyValuePair<string, string>("code", code)));
            return;
        }

        context.Response.Redirect("/login" + context.Request.QueryString);
    }

    private async Task<Grant?> StillValidAsync(AuthorizationRequest request, Grant known, CancellationToken cancellation)
    {
        try
        {
            var grant = await signIns.ByRefreshTokenAsync(request.Client, known.RefreshToken, request.Scope, cancellation);
            return grant with { Nonce = request.Nonce };
        }
        catch (CognitoException error) when (error.Status == 400)
        {
            return null;
        }
    }
}
