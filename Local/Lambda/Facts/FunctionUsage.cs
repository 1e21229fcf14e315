namespace Lexicon.Local.Lambda.Facts;

/// <summary>What a function has used since the runner started.</summary>
/// <param name="Invocations">How many invocations are over.</param>
/// <param name="GigabyteSeconds">What AWS would bill of them: their time, rounded up to milliseconds, by their memory.</param>
internal sealed record FunctionUsage(long Invocations, double GigabyteSeconds)
{
    /// <summary>With one invocation more.</summary>
    public FunctionUsage With(long billedMilliseconds, int memorySize) =>
        new(Invocations + 1, GigabyteSeconds + (billedMilliseconds / 1000.0 * memorySize / 1024));
}
