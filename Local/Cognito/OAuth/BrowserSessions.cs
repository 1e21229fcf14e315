using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lexicon.Local.Cognito.Tokens;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// The sign-in page's own session, an hour in the cookie <c>cognito</c>: who signed in a moment ago is not asked again
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-sso.html). Ends with the runner.
/// </summary>
internal sealed class BrowserSessions(TimeProvider time)
{
    private const string Cookie = "cognito";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (Grant Grant, DateTimeOffset Ends)> _sessions = new();

    /// <summary>Begins a session in this browser.</summary>
    public void Begin(HttpContext context, Grant grant)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _sessions[id] = (grant, time.GetUtcNow() + Life);
        context.Response.Cookies.Append(
            Cookie, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Life });
    }

    /// <summary>Who is signed in at this client in this browser, if anybody is.</summary>
    public Grant? Find(HttpContext context, string clientId) =>
        context.Request.Cookies[Cookie] is { } id
        && _sessions.TryGetValue(id, out var session)
        && session.Ends > time.GetUtcNow()
        && session.Grant.ClientId == clientId
            ? session.Grant
            : null;

    /// <summary>Ends the session in this browser.</summary>
    public void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } id)
        {
            _sessions.TryRemove(id, out _);
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
    }
}
