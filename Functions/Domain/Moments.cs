namespace Lexicon.Functions.Domain;

/// <summary>Where time and new ids come from; tests bring their own.</summary>
/// <param name="time">The time.</param>
/// <param name="fill">Writes random bytes.</param>
internal sealed class Moments(TimeProvider time, Action<Span<byte>> fill)
{
    /// <summary>Now, UTC, to the millisecond: what is stored and what is answered are then the same.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    public Ulid NewId(DateTimeOffset now) => Ulid.New(now, fill);

    /// <summary>What a transaction is known by, however often it is sent.</summary>
    public string NewToken(DateTimeOffset now) => NewId(now).ToString();
}
