namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>What HTTP allows in a header field (RFC 9110, section 5).</summary>
internal static class HeaderText
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    /// <summary>Whether a name is a token.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name.All(character =>
        char.IsAsciiLetterOrDigit(character) || TokenMarks.Contains(character));

    /// <summary>Whether a value has no control characters but tabs.</summary>
    public static bool IsValue(string value) => value.All(character => !char.IsControl(character) || character == '\t');
}
