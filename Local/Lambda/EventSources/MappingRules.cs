using Lexicon.Local.Lambda.Api;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Lambda.EventSources.Filters;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// Reads what a mapping is to be, with Lambda's defaults, and refuses what Lambda refuses, in its words
/// (https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html).
/// </summary>
internal static class MappingRules
{
    private const int LargestReceipt = 10;

    /// <summary>The settings of a new mapping.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="uuid">The mapping's id.</param>
    /// <param name="place">How messages name it.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="LambdaServiceException">It is refused.</exception>
    public static MappingSettings Read(MappingRequest request, string uuid, string place, DateTimeOffset now)
    {
        ApiValidation.Check([.. MappingRanges.Flaws(request)]);
        var source = request.EventSourceArn ?? throw Invalid("Unrecognized event source.");
        var function = FunctionReference.Parse(request.FunctionName ?? "") ?? throw Invalid("Function does not exist");
        var isQueue = MappingSettings.IsQueueArn(source);
        if (isQueue)
        {
            CheckQueue(request, source);
        }
        else
        {
            CheckStream(request, source);
        }

        return new MappingSettings
        {
            Uuid = uuid,
            Place = place,
            SourceArn = source,
            Function = function,
            IsEnabled = request.Enabled ?? true,
            BatchSize = request.BatchSize ?? (isQueue ? 10 : 100),
            Window = request.MaximumBatchingWindowInSeconds ?? 0,
            Filters = FilterCriteria.Read(
                [.. request.FilterCriteria?.Filters?.Select(filter => filter.Pattern ?? "") ?? []], isQueue ? "body" : "dynamodb"),
            ReportsItemFailures = request.FunctionResponseTypes is { Count: > 0 },
            StartingPosition = request.StartingPosition,
            Parallelization = request.ParallelizationFactor ?? 1,
            MaximumRetries = request.MaximumRetryAttempts ?? -1,
            MaximumAge = request.MaximumRecordAgeInSeconds ?? -1,
            Bisects = request.BisectBatchOnFunctionError ?? false,
            OnFailure = request.DestinationConfig?.OnFailure?.Destination is { Length: > 0 } destination ? destination : null,
            MaximumConcurrency = request.ScalingConfig?.MaximumConcurrency,
            Modified = now,
        };
    }

    /// <summary>The refusal of a member that a mapping does not have.</summary>
    public static LambdaServiceException Unsupported(string member) =>
        Invalid($"Unsupported {member} parameter for given event source mapping type.");

    /// <summary>A refusal with <c>InvalidParameterValueException</c>.</summary>
    public static LambdaServiceException Invalid(string message) => new("InvalidParameterValueException", 400, message);

    private static void CheckStream(MappingRequest request, string source)
    {
        var service = DestinationArn.ServiceOf(source);
        if (service is "kinesis" or "kafka" or "mq" or "rds")
        {
            throw Invalid($"Event sources of {service} are not supported: {source}");
        }

        if (service != "dynamodb" || !source.Contains("/stream/", StringComparison.Ordinal))
        {
            throw Invalid("Unrecognized event source.");
        }

        if (request.StartingPosition is null)
        {
            throw Invalid(
                "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.");
        }

        if (request.StartingPosition == "AT_TIMESTAMP")
        {
            throw Invalid($"Unsupported starting position for arn type: {source}");
        }

        if (request.TumblingWindowInSeconds > 0)
        {
            throw Invalid("TumblingWindowInSeconds is not supported: functions keep no state between batches here");
        }

        if (request.ScalingConfig?.MaximumConcurrency is not null)
        {
            throw Invalid("ScalingConfig is only supported for SQS event sources.");
        }

        if (request.DestinationConfig is { } destinations)
        {
            CheckDestinations(destinations);
        }
    }

    // An empty text takes a destination away: https://docs.aws.amazon.com/lambda/latest/api/API_OnFailure.html.
    private static void CheckDestinations(MappingRequest.Destinations destinations)
    {
        if (destinations.OnFailure is { Destination: null })
        {
            throw Invalid("The Destination field is required for an OnFailure configuration.");
        }

        if (destinations.OnFailure?.Destination is { Length: > 0 } arn && DestinationArn.Flaw(arn, DestinationArn.OfStreams) is { } flaw)
        {
            throw Invalid(flaw);
        }
    }

    private static void CheckQueue(MappingRequest request, string source)
    {
        if (request.StartingPosition is not null)
        {
            throw Invalid("StartingPosition is not valid for SQS event sources.");
        }

        (string Name, bool IsSet)[] ofStreams =
        [
            (nameof(request.ParallelizationFactor), request.ParallelizationFactor is not null),
            (nameof(request.MaximumRetryAttempts), request.MaximumRetryAttempts is not null),
            (nameof(request.MaximumRecordAgeInSeconds), request.MaximumRecordAgeInSeconds is not null),
            (nameof(request.BisectBatchOnFunctionError), request.BisectBatchOnFunctionError is true),
            (nameof(request.TumblingWindowInSeconds), request.TumblingWindowInSeconds is not null),
            (nameof(request.DestinationConfig), request.DestinationConfig?.OnFailure is not null),
        ];
        if (ofStreams.FirstOrDefault(member => member.IsSet) is { Name: { } name })
        {
            throw Unsupported(name);
        }

        var isFifo = source.EndsWith(".fifo", StringComparison.Ordinal);
        if (isFifo && request.MaximumBatchingWindowInSeconds > 0)
        {
            throw Invalid("Batching window is not supported for FIFO queues");
        }

        if (isFifo && request.BatchSize > LargestReceipt)
        {
            throw Invalid("Maximum batch size for FIFO queues is 10");
        }

        if (request.BatchSize > LargestReceipt && (request.MaximumBatchingWindowInSeconds ?? 0) == 0)
        {
            throw Invalid("Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }
    }
}
