namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>How an init phase ended.</summary>
/// <param name="IsReady">Whether the runtime asked for its first invocation.</param>
/// <param name="Error">What the runtime reported; null when it is ready or its process ended.</param>
internal sealed record InitResult(bool IsReady, FunctionResponse? Error)
{
    public static InitResult Ready { get; } = new(true, null);

    public static InitResult Exited { get; } = new(false, null);
}
