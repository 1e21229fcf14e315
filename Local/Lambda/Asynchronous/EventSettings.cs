namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>
/// How long and how often an event is tried
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html); the defaults are Lambda's.
/// </summary>
internal sealed record EventSettings
{
    /// <summary>The settings of a function without an <c>AWS::Lambda::EventInvokeConfig</c>.</summary>
    public static EventSettings Default { get; } = new();

    /// <summary>How often an event is tried again after the function has failed on it.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How old an event may become; an older one is tried no more.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The ARN of what gets a record of each event that the function has handled; null: nothing does.</summary>
    public string? OnSuccess { get; init; }

    /// <summary>The ARN of what gets a record of each event that no attempt could deliver; null: nothing does.</summary>
    public string? OnFailure { get; init; }
}
