using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>What a reader writes of a report, checked by what API Gateway checks: the reader was told that it was taken.</summary>
internal sealed record ReportDraft(string Reason, string? Remark)
{
    public static Result<ReportDraft> From(ReportRequest request)
    {
        var rules = new Rules();
        rules.Require(ReportReasons.All.Contains(request.Reason), "/reason", "must be one of the reasons that there are");
        rules.Require(request.Remark is not { Length: > Limits.Remark }, "/remark", $"must have at most {Limits.Remark} characters");
        return rules.Check(new ReportDraft(
            request.Reason ?? "", string.IsNullOrWhiteSpace(request.Remark) ? null : Plain(request.Remark.Trim())));
    }

    // A report is not lost for a character that nobody can see.
    private static string Plain(string text) => PlainText.IsText(text)
        ? text
        : string.Concat(text.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
}
