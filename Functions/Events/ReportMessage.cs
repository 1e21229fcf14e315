using System.Security.Cryptography;
using System.Text;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Events;

/// <summary>What API Gateway publishes of a report. Only reason and remark were checked by it.</summary>
/// <param name="RequestId">API Gateway's id of the request, by which a report that is delivered twice is known again.</param>
/// <param name="RequestTime">When it came, in milliseconds since 1970.</param>
/// <param name="GlossaryId">As it stood in the path.</param>
/// <param name="TermId">As it stood in the path.</param>
/// <param name="Reason">What is wrong with the term.</param>
/// <param name="Remark">What the reader said besides.</param>
internal sealed record ReportMessage(
    string? RequestId, long RequestTime, string? GlossaryId, string? TermId, string? Reason, string? Remark)
{
    // API Gateway's are UUIDs.
    private const int LongestId = 64;

    // The year 10,000.
    private const long EndOfTime = 253_402_300_800_000;

    /// <summary>The report; null where there can be no term of that name, or the words are not those of a report.</summary>
    public Report? ToReport()
    {
        var isRequest = RequestId is { Length: > 0 and <= LongestId } && RequestTime is > 0 and < EndOfTime;
        if (!isRequest
            || !Ulid.TryParse(GlossaryId, out var glossaryId)
            || !Ulid.TryParse(TermId, out var termId)
            || !ReportDraft.From(new(Reason, Remark)).Succeeded(out var draft, out _))
        {
            return null;
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(RequestTime);
        return new()
        {
            Id = Ulid.New(time, Fill),
            RequestId = RequestId!,
            GlossaryId = glossaryId,
            TermId = termId,
            Reason = draft.Reason,
            Remark = draft.Remark,
            ReportedAt = time,
        };
    }

    // The same for each delivery of the same request.
    private void Fill(Span<byte> bytes) => SHA256.HashData(Encoding.UTF8.GetBytes(RequestId!)).AsSpan(0, bytes.Length).CopyTo(bytes);
}
