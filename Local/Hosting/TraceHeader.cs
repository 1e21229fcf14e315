using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The X-Ray tracing header (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader).
/// </summary>
/// <param name="Root">The trace id, <c>1-TIME-RANDOM</c>.</param>
/// <param name="Parent">The id of the segment that calls.</param>
/// <param name="Sampled">Whether the trace is kept.</param>
internal sealed partial record TraceHeader(string Root, string Parent, bool Sampled)
{
    /// <summary>The name of the header.</summary>
    public const string Name = "X-Amzn-Trace-Id";

    /// <summary>The three parts as a caller sent them, whatever they look like; null: the header lacks it.</summary>
    public static (string? Root, string? Parent, bool? Sampled) Parse(string? header)
    {
        string? root = null, parent = null;
        bool? sampled = null;
        foreach (var part in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is [var name, var value])
            {
                switch (name.ToUpperInvariant())
                {
                    case "ROOT":
                        root = value;
                        break;
                    case "PARENT":
                        parent = value;
                        break;
                    case "SAMPLED":
                        sampled = value switch { "1" => true, "0" => false, _ => null };
                        break;
                }
            }
        }

        return (root, parent, sampled);
    }

    /// <summary>
    /// The header that the function gets: it continues the caller's trace, else it begins one. A function that traces
    /// actively has a segment of its own and samples what its caller left undecided.
    /// </summary>
    public static TraceHeader Continue(string? header, bool active, DateTimeOffset now)
    {
        var (root, parent, sampled) = Parse(header);
        return new(root ?? NewRoot(now), active || parent is null ? NewSegment() : parent, sampled ?? active);
    }

    /// <summary>A new trace id: the time in seconds and 96 random bits, which are not secret.</summary>
    public static string NewRoot(DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"1-{seconds}-{Random.Shared.GetHexString(24, lowercase: true)}";
    }

    /// <summary>A new id of a segment.</summary>
    public static string NewSegment() => Random.Shared.GetHexString(16, lowercase: true);

    /// <summary>Whether a text is a trace id.</summary>
    public static bool IsRoot(string? text) => text is not null && TraceId().IsMatch(text);

    /// <summary>Whether a text is the id of a segment.</summary>
    public static bool IsSegment(string? text) => text is not null && SegmentId().IsMatch(text);

    public override string ToString() => $"Root={Root};Parent={Parent};Sampled={(Sampled ? '1' : '0')}";

    [GeneratedRegex(@"^1-[0-9a-f]{8}-[0-9a-f]{24}\z", RegexOptions.IgnoreCase)]
    private static partial Regex TraceId();

    [GeneratedRegex(@"^[0-9a-f]{16}\z", RegexOptions.IgnoreCase)]
    private static partial Regex SegmentId();
}
