using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.EventSources.Filters;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// What an event source mapping is configured with, Lambda's defaults filled in
/// (https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html).
/// </summary>
internal sealed record MappingSettings
{
    /// <summary>The mapping's id, the same on every start.</summary>
    public required string Uuid { get; init; }

    /// <summary>How messages name the mapping.</summary>
    public required string Place { get; init; }

    /// <summary>The ARN of the stream or queue.</summary>
    public required string SourceArn { get; init; }

    /// <summary>What is invoked.</summary>
    public required FunctionReference Function { get; init; }

    /// <summary>Whether it polls.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The most records of an invocation.</summary>
    public required int BatchSize { get; init; }

    /// <summary>How long records are gathered, in seconds.</summary>
    public int Window { get; init; }

    /// <summary>Which records the function gets.</summary>
    public FilterCriteria Filters { get; init; } = FilterCriteria.None;

    /// <summary>Whether the function may report which records failed (<c>ReportBatchItemFailures</c>).</summary>
    public bool ReportsItemFailures { get; init; }

    /// <summary>Streams: <c>TRIM_HORIZON</c> or <c>LATEST</c>.</summary>
    public string? StartingPosition { get; init; }

    /// <summary>Streams: how many batches of a shard are worked on at once.</summary>
    public int Parallelization { get; init; } = 1;

    /// <summary>Streams: how often a batch is tried again; -1: until its records expire.</summary>
    public int MaximumRetries { get; init; } = -1;

    /// <summary>Streams: how old a record may become, in seconds; -1: as old as the stream keeps it.</summary>
    public int MaximumAge { get; init; } = -1;

    /// <summary>Streams: whether a batch that failed is split in two.</summary>
    public bool Bisects { get; init; }

    /// <summary>Streams: the ARN of where the record of a discarded batch goes; null: nowhere.</summary>
    public string? OnFailure { get; init; }

    /// <summary>Queues: the most invocations at once; null: no limit of its own.</summary>
    public int? MaximumConcurrency { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Whether the source is a queue and not a stream.</summary>
    public bool IsQueue => IsQueueArn(SourceArn);

    /// <summary>Its ARN.</summary>
    public string Arn => ArnOf(Uuid);

    /// <summary>Whether an ARN is of a queue.</summary>
    public static bool IsQueueArn(string arn) => arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal);

    /// <summary>The ARN of a mapping.</summary>
    public static string ArnOf(string uuid) => Account.Arn("lambda", $"event-source-mapping:{uuid}");
}
