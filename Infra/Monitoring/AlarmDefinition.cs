namespace Lexicon.Infra.Monitoring;

/// <summary>One thing that somebody wants to be told of.</summary>
internal sealed record AlarmDefinition
{
    /// <summary>The id of the alarm's construct: <c>GetTermErrors</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The heading of its entry in <c>docs/operations.md</c>: <c>Function errors</c>.</summary>
    public required string Entry { get; init; }

    /// <summary>What has happened when it goes off, as a sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>What is watched; several are summed up.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What a period must exceed to count.</summary>
    public required double Threshold { get; init; }

    /// <summary>The length of a period.</summary>
    public required int PeriodSeconds { get; init; }

    /// <summary>How many periods are looked at.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>How many of them must count.</summary>
    public int PeriodsThatCount { get; init; } = 1;
}
