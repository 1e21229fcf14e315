using System.Globalization;
using Lexicon.Local.Lambda.Api;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// The constraints of a request's members, which Lambda checks before anything else
/// (https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html#API_CreateEventSourceMapping_RequestBody).
/// </summary>
internal static class MappingRanges
{
    private const int LongestPattern = 4096;

    /// <summary>What is out of its range.</summary>
    public static IEnumerable<string> Flaws(MappingRequest request) =>
    [
        .. Range("batchSize", request.BatchSize, 1, 10_000),
        .. Range("maximumBatchingWindowInSeconds", request.MaximumBatchingWindowInSeconds, 0, 300),
        .. Range("parallelizationFactor", request.ParallelizationFactor, 1, 10),
        .. Range("maximumRecordAgeInSeconds", request.MaximumRecordAgeInSeconds, -1, 604_800),
        .. Range("maximumRetryAttempts", request.MaximumRetryAttempts, -1, 10_000),
        .. Range("tumblingWindowInSeconds", request.TumblingWindowInSeconds, 0, 900),
        .. Range("scalingConfig.maximumConcurrency", request.ScalingConfig?.MaximumConcurrency, 2, 1000),
        .. OneOf("startingPosition", request.StartingPosition, "LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"),
        .. request.FunctionResponseTypes?.SelectMany(type => OneOf("functionResponseTypes", type, "ReportBatchItemFailures")) ?? [],
        .. request.FilterCriteria?.Filters?.SelectMany((filter, index) => TooLong(filter.Pattern ?? "", index + 1)) ?? [],
    ];

    private static IEnumerable<string> Range(string member, int? value, int least, int most)
    {
        var text = value?.ToString(CultureInfo.InvariantCulture) ?? "";
        return value < least ? [ApiValidation.TooSmall(member, text, least)]
            : value > most ? [ApiValidation.TooLarge(member, text, most)]
            : [];
    }

    private static IEnumerable<string> OneOf(string member, string? value, params string[] values) =>
        value is null || values.Contains(value) ? [] : [ApiValidation.NotOf(member, value, string.Join(", ", values))];

    private static IEnumerable<string> TooLong(string pattern, int place) => pattern.Length <= LongestPattern
        ? []
        : [ApiValidation.TooLong($"filterCriteria.filters.{place}.member.pattern", pattern, LongestPattern)];
}
