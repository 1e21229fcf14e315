namespace Lexicon.Functions.Tests.Support;

/// <summary>The system's time, so much later.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
