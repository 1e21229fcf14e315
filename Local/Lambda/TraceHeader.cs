using System.Globalization;
using System.Security.Cryptography;

namespace Lexicon.Local.Lambda;

/// <summary>
/// The X-Ray tracing header (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader).
/// </summary>
/// <param name="Root">The trace id, <c>1-TIME-RANDOM</c>.</param>
/// <param name="Parent">The id of the segment that calls.</param>
/// <param name="Sampled">Whether the trace is kept.</param>
internal sealed record TraceHeader(string Root, string Parent, bool Sampled)
{
    /// <summary>
    /// The header that the function gets: it goes on with the caller's trace, else it begins one. A function that traces
    /// actively has a segment of its own and samples what its caller left undecided.
    /// </summary>
    public static TraceHeader Continue(string? header, bool active, DateTimeOffset now)
    {
        string? root = null, parent = null, sampled = null;
        foreach (var part in (header ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            (root, parent, sampled) = part.Split('=', 2) switch
            {
                ["Root", var value] => (value, parent, sampled),
                ["Parent", var value] => (root, value, sampled),
                ["Sampled", var value] => (root, parent, value),
                _ => (root, parent, sampled),
            };
        }

        return new TraceHeader(
            root ?? NewRoot(now),
            active || parent is null ? RandomNumberGenerator.GetHexString(16, lowercase: true) : parent,
            sampled switch { "1" => true, "0" => false, _ => active });
    }

    /// <summary>A new trace id: the time in seconds and 96 random bits.</summary>
    public static string NewRoot(DateTimeOffset now) =>
        $"1-{now.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";

    public override string ToString() => $"Root={Root};Parent={Parent};Sampled={(Sampled ? '1' : '0')}";
}
