using System.Net;
using System.Security.Cryptography;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// The pages that people see: plain HTML, every value encoded, usable with a keyboard alone and without the one script, which ticks the
/// rules of passwords.
/// </summary>
internal static class Page
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b2430; --paper: #f6f4ef; --card: #fff; --line: #8b94a3; --act: #0b5c6b; --on: #fff; --bad: #a3172b }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8eaf0; --paper: #12161d; --card: #1b212b; --line: #7d8797; --act: #7fd3e0; --on: #06262c; --bad: #ff9aa6 } }
        * { box-sizing: border-box }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem;
          font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
        main { width: min(26rem, 100%); padding: 2rem; background: var(--card); border-radius: 1rem; box-shadow: 0 1px 3px #0003 }
        h1 { margin: 0 0 1rem; font-size: 1.5rem } form { display: grid; gap: 1rem } label { display: grid; gap: .25rem; font-weight: 600 }
        input { font: inherit; font-weight: 400; padding: .625rem .75rem; border: 1px solid var(--line); border-radius: .5rem; color: inherit; background: transparent }
        button { font: inherit; font-weight: 600; padding: .75rem; border: 0; border-radius: .5rem; background: var(--act); color: var(--on); cursor: pointer }
        :focus-visible { outline: 3px solid var(--act); outline-offset: 2px } a { color: var(--act) }
        .error { margin: 0 0 1rem; padding: .75rem; border-left: 4px solid var(--bad); color: var(--bad) }
        .notice { margin: 0 0 1rem; padding: .75rem; border-left: 4px solid var(--act) } .hint { font-size: .9375rem }
        """;

    /// <summary>The sign-in form.</summary>
    public static string SignIn(
        string query, string csrf, string? error, string userName, PoolDefinition pool, string? notice = null) => $"""
        <h1>Sign in</h1>
        {Alert(error)}
        {Notice(notice)}
        <form method="post" action="/login{Text(query)}">
          <input type="hidden" name="_csrf" value="{csrf}">
          <label>E-mail or user name
            <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required {(userName is "" ? "autofocus" : string.Empty)} value="{Text(userName)}"></label>
          <label>Password
            <input name="password" type="password" autocomplete="current-password" required {(userName is "" ? string.Empty : "autofocus")}></label>
          <button>Sign in</button>
        </form>
        {Link(pool.RecoversPasswords, ForgotPasswordEndpoint.Path, query, "Forgot your password?")}
        {Link(pool.TakesSignUps, "/signup", query, "Create an account")}
        <p class="hint">This page stands in for Amazon Cognito's on your machine. The demo user is
          <strong>{DemoUser.Name}</strong> with the password <strong>{DemoUser.Password}</strong></p>
        """;

    /// <summary>The first step of a new account.</summary>
    public static string SignUp(string query, string csrf, string? error, string userName, string rules) => $"""
        <h1>Create an account</h1>
        {Alert(error)}
        <form method="post" action="/signup{Text(query)}">
          <input type="hidden" name="_csrf" value="{csrf}">
          <label>E-mail
            <input name="username" type="email" autocomplete="username" required autofocus value="{Text(userName)}"></label>
          <label>Password
            <input name="password" type="password" autocomplete="new-password" required aria-describedby="{PasswordRulesList.Id}"></label>
          {rules}
          <button>Create account</button>
        </form>
        <p><a href="/login{Text(query)}">Sign in instead</a></p>
        """;

    /// <summary>The second step: the code.</summary>
    public static string Confirm(string query, string csrf, string? error, string userName, string code) => $"""
        <h1>Confirm your e-mail address</h1>
        {Alert(error)}
        {CodeInPlaceOfMail(code)}
        <form method="post" action="/signup{Text(query)}">
          <input type="hidden" name="_csrf" value="{csrf}">
          <input type="hidden" name="username" value="{Text(userName)}">
          <label>Code
            <input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus></label>
          <button>Confirm</button>
        </form>
        """;

    /// <summary>What is shown when a request cannot be sent back to its client.</summary>
    public static string Problem(OAuthException error) => $"""
        <h1>This sign-in cannot go on</h1>
        <p class="error" role="alert">{Text(error.Message)}</p>
        <p class="hint">Error: {Text(error.Error)}. Go back to the site and sign in again.</p>
        """;

    /// <summary>Writes a page that may lead to nowhere but this server and the client's callback.</summary>
    public static Task WriteAsync(HttpContext context, string title, string? redirectUri, string body)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var target = Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : string.Empty;
        var headers = context.Response.Headers;

        // form-action holds for the redirect after the form too, so it names the callback's origin.
        headers.ContentSecurityPolicy =
            $"default-src 'none'; img-src data:; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; form-action 'self' {target}; "
            + "frame-ancestors 'none'; base-uri 'none'";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · local user pool</title><link rel="icon" href="data:,"><style nonce="{nonce}">{Style}{PasswordRulesList.Style}</style></head>
            <body><main>{body}</main><script nonce="{nonce}">{PasswordRulesList.Script}</script></body>
            </html>
            """, context.RequestAborted);
    }

    /// <summary>The code that a mail would bring.</summary>
    public static string CodeInPlaceOfMail(string code) => $"""
        <p>On AWS a mail would bring this code; nothing leaves your machine, so here it is: <strong>{Text(code)}</strong></p>
        """;

    /// <summary>What went wrong, if anything.</summary>
    public static string Alert(string? error) =>
        error is null ? string.Empty : $"""<p class="error" role="alert">{Text(error)}</p>""";

    private static string Notice(string? notice) =>
        notice is null ? string.Empty : $"""<p class="notice" role="status">{Text(notice)}</p>""";

    private static string Link(bool isThere, string path, string query, string text) =>
        isThere ? $"""<p><a href="{path}{Text(query)}">{text}</a></p>""" : string.Empty;

    /// <summary>Encodes a value.</summary>
    public static string Text(string value) => WebUtility.HtmlEncode(value);
}
