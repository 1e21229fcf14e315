namespace Lexicon.Local.Tests.Aws;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
