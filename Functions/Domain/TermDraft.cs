using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>What a reader writes of a term, checked.</summary>
internal sealed record TermDraft(
    string Name, string Definition, IReadOnlyList<Reference> References, IReadOnlyList<string> Tags, string? Pronunciation)
{
    public static Result<TermDraft> From(TermRequest request)
    {
        var rules = new Rules();
        var draft = new TermDraft(
            rules.Line("/term", request.Term, Limits.TermName),
            rules.Text("/definition", request.Definition, Limits.Definition),
            ReadReferences(rules, request.References),
            ReadTags(rules, request.Tags),
            rules.Optional(rules.Line, "/pronunciation", request.Pronunciation, Limits.Pronunciation));
        return rules.Check(draft);
    }

    private static List<Reference> ReadReferences(Rules rules, IReadOnlyList<ReferenceBody?>? bodies) =>
        [.. rules.Items("/references", bodies, Limits.References).Select((body, at) => new Reference(
            rules.Line($"/references/{at}/title", body?.Title, Limits.ReferenceTitle),
            ReadUrl(rules, $"/references/{at}/url", body?.Url)))];

    private static string ReadUrl(Rules rules, string member, string? text)
    {
        var line = rules.Line(member, text, Limits.ReferenceUrl);
        if (line is "")
        {
            return line;
        }

        var isAddress = Uri.TryCreate(line, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.UserInfo is ""
            && url.AbsoluteUri.Length <= Limits.ReferenceUrl;
        rules.Require(isAddress, member, "must be an absolute https or http address without a user name");
        return isAddress ? url!.AbsoluteUri : "";
    }

    private static List<string> ReadTags(Rules rules, IReadOnlyList<string?>? tags) =>
        [.. rules.Items("/tags", tags, Limits.Tags)
            .Select((tag, at) => rules.Line($"/tags/{at}", tag, Limits.Tag))
            .DistinctBy(SortText.Of)];
}
