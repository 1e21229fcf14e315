using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Lexicon.Benchmarks.Profile;

/// <summary>When what happened in one run, by the machine's monotonic clock, which every process reads alike.</summary>
internal sealed class Timeline
{
    private readonly ConcurrentDictionary<string, long> _moments = [];

    /// <summary>The last time counts: a request may arrive in parts.</summary>
    public void Add(string moment) => Add(moment, Stopwatch.GetTimestamp());

    public void Add(string moment, long timestamp) => _moments[moment] = timestamp;

    /// <summary>Takes what MeasuredFunctions/Moments.cs tells in a header; a function that tells nothing adds nothing.</summary>
    public void AddFromAnswer(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        using var document = JsonDocument.ParseValue(ref reader);
        if (!document.RootElement.GetProperty("headers").TryGetProperty("Moments", out var moments))
        {
            return;
        }

        foreach (var moment in moments.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = moment.Split('=');
            Add(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Milliseconds from the first moment that there is to another; NaN without them.</summary>
    public double Between(IEnumerable<string> from, string to)
    {
        var start = from.FirstOrDefault(_moments.ContainsKey);
        return start is not null && _moments.TryGetValue(to, out var end)
            ? Stopwatch.GetElapsedTime(_moments[start], end).TotalMilliseconds
            : double.NaN;
    }
}
