namespace Lexicon.Local.Traces;

/// <summary>The spans of one trace that were below one another in this process: a request at an endpoint, or an event.</summary>
/// <param name="TraceId">32 hexadecimal digits; other pieces may have the same.</param>
/// <param name="Spans">In the order in which they ended: the one above all others is the last.</param>
/// <param name="LeftOut">How many pieces before this one were not kept, since there were too many at once.</param>
internal sealed record Piece(string TraceId, IReadOnlyList<SpanRecord> Spans, int LeftOut = 0)
{
    /// <summary>The span above all others.</summary>
    public SpanRecord Root => Spans[^1];
}
