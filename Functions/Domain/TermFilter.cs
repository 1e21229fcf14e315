namespace Lexicon.Functions.Domain;

/// <summary>Which terms of a glossary a list shows, as they sort; empty means all.</summary>
internal sealed record TermFilter(string Prefix, string Tag)
{
    public static Result<TermFilter> From(string? prefix, string? tag)
    {
        if (!IsPlain(prefix, Limits.TermName))
        {
            return new Failure(FailureKind.InvalidParameter, $"prefix must be one line of at most {Limits.TermName} characters.");
        }

        if (!IsPlain(tag, Limits.Tag))
        {
            return new Failure(FailureKind.InvalidParameter, $"tag must be one line of at most {Limits.Tag} characters.");
        }

        return new TermFilter(SortText.OfPrefix(prefix ?? ""), SortText.Of(tag ?? ""));
    }

    private static bool IsPlain(string? text, int maximum) => text is null || (text.Length <= maximum && PlainText.IsLine(text));
}
