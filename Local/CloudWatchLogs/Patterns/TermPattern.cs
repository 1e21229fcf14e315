using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudWatchLogs.Patterns;

/// <summary>
/// Terms: <c>ERROR "not found" -DEBUG</c> matches what has the first two and not the third, <c>?ERROR ?WARN</c> what has either. Optional
/// terms in addition to others are ignored, as on AWS.
/// </summary>
/// <param name="included">What a message has, all of it.</param>
/// <param name="excluded">What it has not.</param>
/// <param name="optional">What it has, at least one of it; looked at where there is nothing else.</param>
internal sealed partial class TermPattern(IReadOnlyList<string> included, IReadOnlyList<string> excluded, IReadOnlyList<string> optional)
    : FilterPattern
{
    public override bool Matches(string message)
    {
        return included.Count + excluded.Count > 0
            ? included.All(Has) && !excluded.Any(Has)
            : optional.Count == 0 || optional.Any(Has);

        bool Has(string term) => message.Contains(term, StringComparison.Ordinal);
    }

    /// <summary>Reads terms with spaces in between.</summary>
    /// <exception cref="LogsException">A term has other characters and no quotation marks.</exception>
    public static TermPattern Read(string pattern)
    {
        if (!Terms().IsMatch(pattern))
        {
            var term = pattern.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(term => !Terms().IsMatch(term));
            throw LogsException.Invalid($"Invalid character(s) in term '{term ?? pattern}'");
        }

        var terms = Term().Matches(pattern).ToLookup(term => term.Groups[1].Value, term => term.Groups[3].Success
            ? term.Groups[3].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
            : term.Groups[2].Value);
        return new([.. terms[""]], [.. terms["-"]], [.. terms["?"]]);
    }

    [GeneratedRegex("""^\s*([-?]?(\w+|"(\\.|[^"\\])*")(\s+|\z))*\z""")]
    private static partial Regex Terms();

    [GeneratedRegex("""([-?]?)(?:(\w+)|"((?:\\.|[^"\\])*)")""")]
    private static partial Regex Term();
}
