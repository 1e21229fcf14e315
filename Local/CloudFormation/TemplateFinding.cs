namespace Lexicon.Local.CloudFormation;

/// <summary>Something in a template that the runner refuses or ignores.</summary>
/// <param name="IsRefusal">Whether the template cannot run because of it.</param>
/// <param name="Place">Where it is: a stack, or <c>STACK/LOGICALID</c>.</param>
/// <param name="Type">The type of the resource; null where it is not about one.</param>
/// <param name="Text">What it is.</param>
internal sealed record TemplateFinding(bool IsRefusal, string Place, string? Type, string Text)
{
    /// <summary>All of it in one line.</summary>
    public string Line => Type is null ? $"{Place}: {Text}" : $"{Place} ({Type}): {Text}";

    /// <summary>What an exception refuses. One that no type meant to throw is told with its own words.</summary>
    public static TemplateFinding From(Exception failure, string place, string? type)
    {
        var named = type is null ? $"{place}: " : $"{place} ({type}): ";
        var text = failure.Message.ReplaceLineEndings(" ");
        return new(true, place, type, failure is not StartupException ? $"it cannot be provisioned: {text}"
            : text.StartsWith(named, StringComparison.Ordinal) ? text[named.Length..]
            : text);
    }
}
