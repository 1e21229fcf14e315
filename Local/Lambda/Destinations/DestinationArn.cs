namespace Lexicon.Local.Lambda.Destinations;

/// <summary>What a record can be sent to.</summary>
internal static class DestinationArn
{
    /// <summary>The destinations of asynchronous invocations.</summary>
    public static IReadOnlyList<string> OfInvocations { get; } = ["sqs", "sns", "lambda", "events"];

    /// <summary>The destinations of discarded batches of a stream.</summary>
    public static IReadOnlyList<string> OfStreams { get; } = ["sqs", "sns"];

    /// <summary>Why an ARN is not a destination, as a sentence; null for one that is.</summary>
    public static string? Flaw(string arn, IReadOnlyList<string> services) =>
        !services.Contains(ServiceOf(arn)) ? $"{arn} is not supported as a destination; it must be one of {string.Join(", ", services)}"
        : ServiceOf(arn) is "sqs" or "sns" && arn.EndsWith(".fifo", StringComparison.Ordinal)
            ? $"{arn} is not supported as a destination; it must be a standard queue or topic"
        : null;

    /// <summary>The service of an ARN, such as <c>sqs</c>.</summary>
    public static string ServiceOf(string arn) => arn.Split(':') is ["arn", _, var service, ..] ? service : "";
}
