namespace Lexicon.Local.Hosting;

/// <summary>
/// The names of headers, parameters and members whose values only their sender and their receiver may know: passwords, codes, tokens,
/// tickets, keys, signatures. What is not known to be harmless counts as one.
/// </summary>
internal static class SecretNames
{
    private static readonly string[] Parts =
        ["password", "secret", "authorization", "cookie", "signature", "apikey", "ticket", "codeverifier", "samlresponse"];

    private static readonly HashSet<string> Whole = ["session", "otp", "pin", "jwt", "assertion", "bearer", "clientassertion"];

    private static readonly HashSet<string> HarmlessCodes =
    [
        "statuscode", "errorcode", "exitcode", "countrycode", "languagecode", "currencycode", "postcode", "postalcode", "zipcode",
        "regioncode", "cancellationreasoncode",
    ];

    // They say where a list goes on.
    private static readonly HashSet<string> HarmlessTokens = ["nexttoken", "nextpagetoken", "continuationtoken", "paginationtoken"];

    /// <summary>Whether a name is one of them, however it is written: <c>x-api-key</c>, <c>ApiKey</c>, <c>api_key</c>.</summary>
    public static bool Contain(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return Whole.Contains(plain)
            || (plain.EndsWith("code", StringComparison.Ordinal) && !HarmlessCodes.Contains(plain))
            || ((plain.EndsWith("token", StringComparison.Ordinal) || plain.EndsWith("tokens", StringComparison.Ordinal))
                && !HarmlessTokens.Contains(plain))
            || Parts.Any(part => plain.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Whether a text that nobody can take apart may have a secret in it.</summary>
    public static bool MayBeIn(string text) =>
        Parts.Concat(Whole).Append("token").Append("code").Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
