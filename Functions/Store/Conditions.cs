using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>The conditions that more than one write makes.</summary>
internal static class Conditions
{
    /// <summary>The glossary exists and is the reader's.</summary>
    public static Expression IsGlossaryOf(string reader) => new(
        $"#{Attributes.Owner} = :owner AND attribute_not_exists(#{Attributes.DeletingAt})",
        new() { [":owner"] = Values.Text(reader) });

    public static Expression HasVersion(long version) =>
        new($"#{Attributes.Version} = :version", new() { [":version"] = Values.Number(version) });

    /// <summary>The version is one of those; null where any will do.</summary>
    public static Expression? HasVersion(VersionMatch match)
    {
        if (match.Versions is not { } versions)
        {
            return null;
        }

        // No version is 0: a list that names no version at all is one that never holds.
        var accepted = (versions is [] ? [0L] : versions)
            .Select((version, at) => KeyValuePair.Create($":version{at}", Values.Number(version)))
            .ToDictionary();
        return new($"#{Attributes.Version} IN ({string.Join(", ", accepted.Keys)})", accepted);
    }
}
