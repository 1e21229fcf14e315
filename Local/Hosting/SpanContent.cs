using System.Diagnostics;

namespace Lexicon.Local.Hosting;

/// <summary>
/// What came to where a span is, and what went back. It is not a tag: a collector elsewhere never gets it, and whoever keeps it hides what
/// is secret (<see cref="SecretNames"/>).
/// </summary>
/// <param name="Request">What came.</param>
/// <param name="Response">What went back; null: nothing, or nobody waited for it.</param>
internal sealed record SpanContent(Passage Request, Passage? Response)
{
    private const string Property = "lexicon.content";

    private static readonly SecondlyBudget Budget = new(150, TimeProvider.System);

    /// <summary>
    /// Whether a span's content is to be kept: while somebody listens, and not of the thousands of a second that a load test sends.
    /// </summary>
    public static bool IsWanted(Activity? span) => span is { IsAllDataRequested: true } && Budget.Take();

    /// <summary>Keeps it with the span until that is over.</summary>
    public void Keep(Activity span) => span.SetCustomProperty(Property, this);

    /// <summary>What was kept with a span; null: nothing.</summary>
    public static SpanContent? Of(Activity span) => span.GetCustomProperty(Property) as SpanContent;
}
