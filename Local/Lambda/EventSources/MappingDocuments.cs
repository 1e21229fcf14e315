using System.Text.Json.Nodes;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// Mappings as documents (https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html): of a stream's, the API
/// returns every member, of a queue's those that queues have.
/// </summary>
internal static class MappingDocuments
{
    /// <summary>The state of a mapping that is not under way.</summary>
    public static string StateOf(MappingSettings settings) => settings.IsEnabled ? "Enabled" : "Disabled";

    /// <summary>A mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="state">The state that it is in, or on the way to.</param>
    public static JsonObject Of(EventSourceMapping mapping, string? state = null)
    {
        var settings = mapping.Settings;
        var document = new JsonObject { ["UUID"] = settings.Uuid };
        if (settings.StartingPosition is { } position)
        {
            document["StartingPosition"] = position;
        }

        document["BatchSize"] = settings.BatchSize;
        document["MaximumBatchingWindowInSeconds"] = settings.Window;
        if (!settings.IsQueue)
        {
            document["ParallelizationFactor"] = settings.Parallelization;
        }

        document["EventSourceArn"] = settings.SourceArn;
        if (settings.Filters.Patterns.Count > 0)
        {
            document["FilterCriteria"] = new JsonObject
            {
                ["Filters"] = new JsonArray([.. settings.Filters.Patterns.Select(pattern => new JsonObject { ["Pattern"] = pattern })]),
            };
        }

        document["FunctionArn"] = settings.Function.Arn;
        document["LastModified"] = settings.Modified.ToUnixTimeMilliseconds() / 1000m;
        if (!settings.IsQueue)
        {
            document["LastProcessingResult"] = mapping.LastResult;
        }

        document["State"] = state ?? StateOf(settings);
        document["StateTransitionReason"] = settings.IsQueue ? "USER_INITIATED" : "User action";
        AddSourceMembers(document, settings);
        document["FunctionResponseTypes"] = settings.ReportsItemFailures ? new JsonArray("ReportBatchItemFailures") : new JsonArray();
        document["EventSourceMappingArn"] = settings.Arn;
        return document;
    }

    private static void AddSourceMembers(JsonObject document, MappingSettings settings)
    {
        if (settings.IsQueue)
        {
            if (settings.MaximumConcurrency is { } most)
            {
                document["ScalingConfig"] = new JsonObject { ["MaximumConcurrency"] = most };
            }

            return;
        }

        var onFailure = new JsonObject();
        if (settings.OnFailure is { } destination)
        {
            onFailure["Destination"] = destination;
        }

        document["DestinationConfig"] = new JsonObject { ["OnFailure"] = onFailure };
        document["MaximumRecordAgeInSeconds"] = settings.MaximumAge;
        document["BisectBatchOnFunctionError"] = settings.Bisects;
        document["MaximumRetryAttempts"] = settings.MaximumRetries;
        document["TumblingWindowInSeconds"] = 0;
    }
}
