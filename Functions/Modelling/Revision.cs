namespace Lexicon.Functions.Modelling;

/// <summary>How often something was written, when first and when last.</summary>
internal readonly record struct Revision(long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static Revision First(DateTimeOffset now) => new(1, now, now);

    public Revision Next(DateTimeOffset now) => this with { Version = Version + 1, UpdatedAt = now };
}
