using System.Text.RegularExpressions;

namespace Lexicon.Local.Hosting;

/// <summary>A query string without what only its sender may know: tickets, tokens, codes, signatures.</summary>
internal static partial class SecretQuery
{
    /// <summary>The query, each secret value in it replaced.</summary>
    public static string Hide(string query) => Secret().Replace(query, "$1=***");

    [GeneratedRegex(
        "(?<=^|[?&])(ticket|token|id_token|access_token|refresh_token|code|password|signature|api[-_]?key|x-amz-signature|x-amz-security-token)=[^&]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
