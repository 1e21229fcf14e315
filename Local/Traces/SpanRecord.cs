using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Traces;

/// <summary>One span, over.</summary>
/// <param name="Id">16 hexadecimal digits.</param>
/// <param name="ParentId">The span above it; null for the first of a trace.</param>
/// <param name="Name">What was done.</param>
/// <param name="Kind">Such as <c>Server</c>.</param>
/// <param name="Start">When it began, UTC.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Why it failed; null: it did not.</param>
/// <param name="Tags">What it was about, by OpenTelemetry's names.</param>
/// <param name="Events">What was decided within it, with its own tags.</param>
/// <param name="Content">What came and what went back; null: it is not kept.</param>
internal sealed record SpanRecord(
    string Id,
    string? ParentId,
    string Name,
    ActivityKind Kind,
    DateTime Start,
    TimeSpan Duration,
    string? Error,
    IReadOnlyList<KeyValuePair<string, object?>> Tags,
    IReadOnlyList<ActivityEvent> Events,
    SpanContent? Content = null)
{
    /// <summary>What is kept of an activity that has stopped.</summary>
    public static SpanRecord From(Activity activity) => new(
        activity.SpanId.ToHexString(),
        activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString(),
        activity.DisplayName,
        activity.Kind,
        activity.StartTimeUtc,
        activity.Duration,
        activity.Status == ActivityStatusCode.Error ? activity.StatusDescription ?? "" : null,
        [.. activity.TagObjects],
        [.. activity.Events],
        SpanContent.Of(activity));
}
