namespace Lexicon.Functions.Domain;

/// <summary>Which versions of an item an edit may replace: what <c>If-Match</c> says.</summary>
/// <param name="Versions">The versions; null for any.</param>
internal sealed record VersionMatch(IReadOnlyList<long>? Versions)
{
    public static VersionMatch Any { get; } = new((IReadOnlyList<long>?)null);

    public bool Accepts(long version) => Versions is null || Versions.Contains(version);
}
