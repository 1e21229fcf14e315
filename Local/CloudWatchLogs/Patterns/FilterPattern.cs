namespace Lexicon.Local.CloudWatchLogs.Patterns;

/// <summary>
/// A filter pattern of CloudWatch Logs (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html): terms, or
/// conditions on a JSON document. Regular expressions and patterns of fields between spaces are refused by name.
/// </summary>
internal abstract class FilterPattern
{
    private const int Longest = 1024;

    /// <summary>Whether a message is one that the pattern is for.</summary>
    public abstract bool Matches(string message);

    /// <summary>Reads a pattern; an empty one matches everything.</summary>
    /// <exception cref="LogsException">It is not a pattern, or one that is not supported.</exception>
    public static FilterPattern Parse(string pattern)
    {
        var text = pattern.Trim();
        return pattern.Length > Longest ? throw LogsException.Invalid("1 validation error detected: Value at 'filterPattern' failed to "
                + "satisfy constraint: Member must have length less than or equal to 1024")
            : text.StartsWith('{') ? new JsonPattern(JsonPatternReader.Read(text))
            : text.StartsWith('[') ? throw NotHonored("a pattern of fields between spaces, [w1, w2]")
            : text.StartsWith('%') ? throw NotHonored("a regular expression, %...%")
            : TermPattern.Read(text);
    }

    /// <summary>What AWS honors and the runner does not.</summary>
    public static LogsException NotHonored(string what) =>
        LogsException.Invalid($"Invalid filter pattern: {what}, is not supported by the local runner.");
}
