namespace Lexicon.Local.S3.Posts;

/// <summary>One condition of a POST policy.</summary>
/// <param name="Match"><c>eq</c> or <c>starts-with</c>.</param>
/// <param name="Element">The form field behind a dollar sign; without one the condition is about nothing, and never holds.</param>
/// <param name="Value">What it must be, or begin with.</param>
internal sealed record PostCondition(string Match, string Element, string Value)
{
    private const string ContentType = "Content-Type";

    /// <summary>The form field; null when none is named.</summary>
    public string? Field => Element is ['$', .. var name] ? name : null;

    /// <summary>A condition written as a list.</summary>
    /// <exception cref="FormatException">It is not a condition.</exception>
    public static PostCondition Of(string match, string element, string value) => match.ToLowerInvariant() is "eq" or "starts-with"
        ? new(match.ToLowerInvariant(), element, value)
        : throw new FormatException($"{match} {element}");

    /// <summary>
    /// Whether a field's value fulfils it. Several content types, with commas between them, begin as they should if each does
    /// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html).
    /// </summary>
    public bool Holds(string value) =>
        Match == "eq" ? value == Value : Parts(value).All(part => part.StartsWith(Value, StringComparison.Ordinal));

    public override string ToString() => $"[\"{Match}\", \"{Element}\", \"{Value}\"]";

    private string[] Parts(string value) => ContentType.Equals(Field, StringComparison.OrdinalIgnoreCase)
        ? value.Split(',', StringSplitOptions.TrimEntries)
        : [value];
}
