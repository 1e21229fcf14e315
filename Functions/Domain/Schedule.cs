namespace Lexicon.Functions.Domain;

/// <summary>
/// When a term is asked for again: the algorithm SM-2 of P. A. Wozniak, "Optimization of repetition spacing in the practice of
/// learning" (1990), https://super-memory.com/english/ol/sm2.htm. Its last rule, to repeat on the same day what was known badly,
/// is left to the reader: the earliest that a term is due again is the next day.
/// </summary>
/// <param name="Repetitions">How often in a row the term was known.</param>
/// <param name="Easiness">The E-Factor in hundredths; every step of the algorithm is a whole number of them.</param>
/// <param name="IntervalDays">The days to the next review.</param>
internal readonly record struct Schedule(int Repetitions, int Easiness, int IntervalDays)
{
    public const int LeastEasiness = 130;

    private const int FirstInterval = 1;
    private const int SecondInterval = 6;
    private const int LeastQualityKnown = 3;

    /// <summary>Of a term that was never reviewed.</summary>
    public static Schedule New { get; } = new(0, 250, 0);

    /// <summary>
    /// After a review of this quality. A term that was not known starts again and keeps its E-Factor; of one that was known the
    /// new E-Factor counts, and a fraction of a day is rounded up.
    /// </summary>
    public Schedule After(int quality)
    {
        if (quality < LeastQualityKnown)
        {
            return this with { Repetitions = 0, IntervalDays = FirstInterval };
        }

        var missed = Limits.BestQuality - quality;
        var easiness = Math.Max(LeastEasiness, Easiness + 10 - (missed * (8 + (missed * 2))));
        var interval = Repetitions switch
        {
            0 => FirstInterval,
            1 => SecondInterval,
            _ => (int)Math.Min(Limits.IntervalDays, (((long)IntervalDays * easiness) + 99) / 100),
        };
        return new(Repetitions + 1, easiness, interval);
    }
}
