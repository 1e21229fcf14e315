using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>What a reader writes of a glossary, checked.</summary>
internal sealed record GlossaryDraft(string Title, string Description, Visibility Visibility)
{
    public static Result<GlossaryDraft> From(GlossaryRequest request)
    {
        var rules = new Rules();
        var draft = new GlossaryDraft(
            rules.Line("/title", request.Title, Limits.GlossaryTitle),
            rules.Optional(rules.Text, "/description", request.Description, Limits.GlossaryDescription) ?? "",
            ReadVisibility(rules, request.Visibility));
        return rules.Check(draft);
    }

    private static Visibility ReadVisibility(Rules rules, string? word)
    {
        if (word is null)
        {
            return Visibility.Private;
        }

        var visibility = VisibilityWords.Read(word);
        rules.Require(visibility is not null, "/visibility", "must be \"public\" or \"private\"");
        return visibility.GetValueOrDefault();
    }
}
