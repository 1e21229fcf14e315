using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>GET /logout</c>: ends the sign-in page's session and goes to <c>logout_uri</c>, or, with <c>redirect_uri</c>, back to
/// the sign-in page (https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html).
/// </summary>
internal sealed class LogoutEndpoint(UserPools pools, BrowserSessions sessions)
{
    public void Handle(HttpContext context)
    {
        var query = context.Request.Query;
        var client = AuthorizationRequest.ClientOf(query, pools);
        sessions.End(context);
        if ((string?)query["logout_uri"] is { } target)
        {
            context.Response.Redirect(client.Properties.LogoutURLs.Contains(target, StringComparer.Ordinal)
                ? target
                : throw new OAuthException("redirect_mismatch", "The logout_uri is not one of the client's sign-out URLs."));
            return;
        }

        if (query.ContainsKey("redirect_uri"))
        {
            context.Response.Redirect("/login" + context.Request.QueryString);
            return;
        }

        throw new OAuthException("invalid_request", "logout_uri or redirect_uri is missing.");
    }
}
