using System.Diagnostics;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Where every part of the runner reports what it does: spans of <see cref="ActivitySource"/>
/// (https://learn.microsoft.com/dotnet/core/diagnostics/distributed-tracing-instrumentation-walkthroughs), named by OpenTelemetry's
/// semantic conventions (https://opentelemetry.io/docs/specs/semconv/). While nobody listens a span is null and costs nothing.
/// <para>
/// A trace has one id everywhere: the root of the X-Ray header is the trace id of W3C with its time set off
/// (https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids).
/// </para>
/// </summary>
internal static class Spans
{
    /// <summary>The name by which a listener knows the runner.</summary>
    public const string SourceName = "Lexicon.Local";

    private static readonly ActivitySource Source = Create();

    /// <summary>Begins a span below the current one; null while nobody listens.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>Begins a span below one that is on the other side of a socket or a queue; else below the current one.</summary>
    public static Activity? Begin(string name, ActivityKind kind, ActivityContext? parent) =>
        parent is { } remote ? Source.StartActivity(name, kind, remote) : Source.StartActivity(name, kind);

    /// <summary>Adds to the current span what was decided within it.</summary>
    public static void Note(string name, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Activity.Current is { IsAllDataRequested: true } current)
        {
            current.AddEvent(new ActivityEvent(name, tags: [.. tags]));
        }
    }

    /// <summary>The span failed.</summary>
    public static void Fail(this Activity? span, string reason) => span?.SetStatus(ActivityStatusCode.Error, reason);

    /// <summary>The root of the X-Ray header of the current trace; null where there is none.</summary>
    public static string? CurrentRoot => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? RootOf(current.TraceId) : null;

    /// <summary>The X-Ray header that continues the current trace; null where there is none.</summary>
    public static string? CurrentHeader => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current
        ? $"Root={RootOf(current.TraceId)};Parent={current.SpanId.ToHexString()}"
        : null;

    /// <summary>The span that an X-Ray header continues; null where it names no trace.</summary>
    public static ActivityContext? Parse(string? header)
    {
        var (root, parent, _) = TraceHeader.Parse(header);
        if (!TraceHeader.IsRoot(root))
        {
            return null;
        }

        var trace = ActivityTraceId.CreateFromString(string.Concat(root.AsSpan(2, 8), root.AsSpan(11)).ToLowerInvariant());
        var span = TraceHeader.IsSegment(parent)
            ? ActivitySpanId.CreateFromString(parent!.ToLowerInvariant())
            : ActivitySpanId.CreateRandom();
        return new ActivityContext(trace, span, ActivityTraceFlags.Recorded, isRemote: true);
    }

    private static string RootOf(ActivityTraceId trace)
    {
        var digits = trace.ToHexString();
        return $"1-{digits[..8]}-{digits[8..]}";
    }

    private static ActivitySource Create()
    {
        Activity.DefaultIdFormat = ActivityIdFormat.W3C;

        // No client of the runner's adds a header of its own to what it sends.
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        Activity.TraceIdGenerator = () => ActivityTraceId.CreateFromString(
            TraceHeader.NewRoot(TimeProvider.System.GetUtcNow()).Replace("-", "", StringComparison.Ordinal).AsSpan(1));
        return new ActivitySource(SourceName);
    }
}
