namespace Lexicon.Local.S3;

/// <summary>One condition of a POST policy.</summary>
/// <param name="Match"><c>eq</c> or <c>starts-with</c>.</param>
/// <param name="Field">The form field, without its dollar sign.</param>
/// <param name="Value">What it must be, or begin with.</param>
internal sealed record PostCondition(string Match, string Field, string Value)
{
    /// <summary>A condition written as a list.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PostCondition Of(string match, string field, string value) => (match.ToLowerInvariant(), field) switch
    {
        ("eq" or "starts-with", ['$', .. var name]) => new(match.ToLowerInvariant(), name, value),
        _ => throw new FormatException($"{match} {field}"),
    };

    /// <summary>Whether a field's value fulfils it.</summary>
    public bool Holds(string value) => Match == "eq"
        ? value == Value
        : value.StartsWith(Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"[\"{Match}\", \"${Field}\", \"{Value}\"]";
}
