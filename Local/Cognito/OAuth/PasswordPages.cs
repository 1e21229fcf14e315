namespace Lexicon.Local.Cognito.OAuth;

/// <summary>The pages for who forgot a password.</summary>
internal static class PasswordPages
{
    /// <summary>Whose password it is.</summary>
    public static string Forgot(string query, string csrf, string? error, string userName) => $"""
        <h1>Forgot your password?</h1>
        {Page.Alert(error)}
        <p>Say whose it is. A code comes by e-mail, and with it you choose a new password.</p>
        <form method="post" action="{ForgotPasswordEndpoint.Path}{Page.Text(query)}">
          <input type="hidden" name="_csrf" value="{csrf}">
          <label>E-mail or user name
            <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus value="{Page.Text(userName)}"></label>
          <button>Send me a code</button>
        </form>
        <p><a href="/login{Page.Text(query)}">Back to sign in</a></p>
        """;

    /// <summary>The code and the new password.</summary>
    public static string New(string query, string csrf, string? error, string userName, string? code, string rules) => $"""
        <h1>Choose a new password</h1>
        {Page.Alert(error)}
        {(code is null ? NoCode : Page.CodeInPlaceOfMail(code))}
        <form method="post" action="{ForgotPasswordEndpoint.ConfirmPath}{Page.Text(query)}">
          <input type="hidden" name="_csrf" value="{csrf}">
          <label>E-mail or user name
            <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="{Page.Text(userName)}"></label>
          <label>Code
            <input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus></label>
          <label>New password
            <input name="password" type="password" autocomplete="new-password" required aria-describedby="{PasswordRulesList.Id}"></label>
          {rules}
          <button>Change password</button>
        </form>
        <p><a href="{ForgotPasswordEndpoint.Path}{Page.Text(query)}">Send another code</a></p>
        """;

    private const string NoCode =
        "<p>If there is such an account, a mail would bring it a code on AWS. There is none on this machine, so no code was made.</p>";
}
