namespace Lexicon.Functions.Domain;

/// <summary>Where time and new ids come from; tests bring their own.</summary>
/// <param name="clock">The time.</param>
/// <param name="fill">Writes random bytes.</param>
internal sealed class Moments(TimeProvider clock, Action<Span<byte>> fill)
{
    /// <summary>Now, UTC, to the millisecond: what is stored and what is answered are then the same.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public Ulid NewId(DateTimeOffset now) => Ulid.New(now, fill);
}
