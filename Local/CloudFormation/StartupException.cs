namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The runner will not start, and says why in one line that names what is wrong and where. Anything a person can mend
/// (a template, an option, a missing program) ends as this, never as a stack trace.
/// </summary>
internal sealed class StartupException(string message) : Exception(message)
{
    /// <summary>The path of the property that is wrong, such as <c>Origins[0].OriginShield</c>; null where it is not one.</summary>
    public string? Property { get; init; }

    /// <summary>What is wrong, a line each, where it is more than the message says.</summary>
    public string[] Lines { get; init; } = [];

    /// <summary>The templates cannot run: the message has the first of what is wrong with them.</summary>
    public static StartupException Of(IReadOnlyList<TemplateFinding> findings) => new(findings.Count == 1
        ? findings[0].Line
        : $"{findings[0].Line} (and {findings.Count - 1} more: --explain lists them all)")
    {
        Lines = [.. findings.Select(finding => finding.Line)],
    };

    /// <summary>The same about a property.</summary>
    public static StartupException At(string place, string property, string text) => new($"{place}: {text}") { Property = property };
}
