namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::EventInvokeConfig</c>.</summary>
internal sealed record EventInvokeConfigProperties
{
    public required string FunctionName { get; init; }

    public required string Qualifier { get; init; }

    public int? MaximumRetryAttempts { get; init; }

    public int? MaximumEventAgeInSeconds { get; init; }

    public Destinations? DestinationConfig { get; init; }

    /// <summary>Where records of events go.</summary>
    internal sealed record Destinations
    {
        public Target? OnSuccess { get; init; }

        public Target? OnFailure { get; init; }
    }

    /// <summary>A destination.</summary>
    internal sealed record Target
    {
        public string? Destination { get; init; }
    }
}
