using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// Forms, and the cookie <c>XSRF-TOKEN</c> whose value a form must repeat: another site can send this form but cannot read
/// the cookie.
/// </summary>
internal static class Forms
{
    private const string Cookie = "XSRF-TOKEN";

    /// <summary>The value for the hidden field <c>_csrf</c>.</summary>
    public static string Token(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: 32 } known && known.All(char.IsAsciiHexDigit))
        {
            return known;
        }

        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Response.Cookies.Append(
            Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        return token;
    }

    /// <summary>The fields of a form that one of our own pages sent.</summary>
    /// <exception cref="OAuthException">It is not a form, or another site's.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        var form = await FieldsAsync(context);
        return context.Request.Cookies[Cookie] is { } expected && form["_csrf"] == expected
            ? form
            : throw new OAuthException("invalid_request", "The form has expired: go back and reload the sign-in page.");
    }

    /// <summary>The fields of any form, such as the token endpoint's.</summary>
    /// <exception cref="OAuthException">It is not a form.</exception>
    public static async Task<IFormCollection> FieldsAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType
                ? await context.Request.ReadFormAsync(context.RequestAborted)
                : throw new OAuthException("invalid_request", "The Content-Type must be application/x-www-form-urlencoded.");
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            throw new OAuthException("invalid_request", "The form cannot be read.");
        }
    }
}
