using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The spans that wait for what they sent over a socket of this machine, by something that the request carries:
/// the edge's <c>X-Amz-Cf-Id</c>, a function's trace. Whoever receives the request continues the span.
/// </summary>
internal static class SpanLinks
{
    private static readonly ConcurrentDictionary<string, ActivityContext> Waiting = new(StringComparer.Ordinal);

    /// <summary>Lets a span be found by a key until what is returned is disposed; null where there is no span.</summary>
    public static IDisposable? Add(string key, Activity? span)
    {
        if (span is null)
        {
            return null;
        }

        Waiting[key] = span.Context;
        return new Link(key);
    }

    /// <summary>The span that waits for what carries this key; null where none does.</summary>
    public static ActivityContext? Find(string? key) =>
        key is not null && Waiting.TryGetValue(key, out var context) ? context : null;

    private sealed class Link(string key) : IDisposable
    {
        public void Dispose() => Waiting.TryRemove(key, out _);
    }
}
