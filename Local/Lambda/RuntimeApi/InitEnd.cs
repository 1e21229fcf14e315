namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>How an init phase ended.</summary>
/// <param name="IsReady">Whether the runtime asked for its first invocation.</param>
/// <param name="Error">What the runtime reported; null when it is ready or its process ended.</param>
internal sealed record InitEnd(bool IsReady, RuntimeAnswer? Error)
{
    public static InitEnd Ready { get; } = new(true, null);

    public static InitEnd Exited { get; } = new(false, null);
}
