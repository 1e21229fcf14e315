namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::EventInvokeConfig</c>; <c>DestinationConfig</c> is not.</summary>
internal sealed record EventInvokeConfigProperties
{
    public required string FunctionName { get; init; }

    public required string Qualifier { get; init; }

    public int? MaximumRetryAttempts { get; init; }

    public int? MaximumEventAgeInSeconds { get; init; }
}
