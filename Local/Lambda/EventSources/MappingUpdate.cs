namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// What UpdateEventSourceMapping changes: the members of the request, and nothing else
/// (https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html).
/// </summary>
internal static class MappingUpdate
{
    /// <summary>The mapping as a request, with the changes.</summary>
    public static MappingRequest Apply(MappingSettings now, MappingRequest change)
    {
        var request = new MappingRequest
        {
            EventSourceArn = now.SourceArn,
            FunctionName = change.FunctionName ?? now.Function.Arn,
            Enabled = change.Enabled ?? now.IsEnabled,
            BatchSize = change.BatchSize ?? now.BatchSize,
            MaximumBatchingWindowInSeconds = change.MaximumBatchingWindowInSeconds ?? now.Window,
            FilterCriteria = change.FilterCriteria ?? new()
            {
                Filters = [.. now.Filters.Patterns.Select(pattern => new MappingRequest.Filter { Pattern = pattern })],
            },
            FunctionResponseTypes = change.FunctionResponseTypes ?? (now.ReportsItemFailures ? ["ReportBatchItemFailures"] : []),
        };

        // What the other kind of source has is kept, too, and refused.
        return now.IsQueue
            ? request with
            {
                ScalingConfig = change.ScalingConfig ?? new() { MaximumConcurrency = now.MaximumConcurrency },
                ParallelizationFactor = change.ParallelizationFactor,
                MaximumRetryAttempts = change.MaximumRetryAttempts,
                MaximumRecordAgeInSeconds = change.MaximumRecordAgeInSeconds,
                BisectBatchOnFunctionError = change.BisectBatchOnFunctionError,
                DestinationConfig = change.DestinationConfig,
                TumblingWindowInSeconds = change.TumblingWindowInSeconds,
            }
            : request with
            {
                StartingPosition = now.StartingPosition,
                ScalingConfig = change.ScalingConfig,
                ParallelizationFactor = change.ParallelizationFactor ?? now.Parallelization,
                MaximumRetryAttempts = change.MaximumRetryAttempts ?? now.MaximumRetries,
                MaximumRecordAgeInSeconds = change.MaximumRecordAgeInSeconds ?? now.MaximumAge,
                BisectBatchOnFunctionError = change.BisectBatchOnFunctionError ?? now.Bisects,
                DestinationConfig = change.DestinationConfig
                    ?? (now.OnFailure is { } destination ? new() { OnFailure = new() { Destination = destination } } : null),
                TumblingWindowInSeconds = change.TumblingWindowInSeconds,
            };
    }
}
