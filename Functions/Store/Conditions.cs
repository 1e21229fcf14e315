using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>The conditions that more than one write makes.</summary>
internal static class Conditions
{
    // Every entity that has a version calls it so.
    private static readonly string Version = GlossaryEntity.Version.Name;

    /// <summary>The item exists.</summary>
    public static Expression Exists { get; } = new($"attribute_exists(#{TableSchema.PartitionKey})", []);

    /// <summary>The glossary exists and is the reader's.</summary>
    public static Expression IsGlossaryOf(string reader) => new(
        $"#{GlossaryEntity.Owner.Name} = :owner AND attribute_not_exists(#{GlossaryEntity.DeletingAt})",
        new() { [":owner"] = GlossaryEntity.Owner.Value(reader) });

    public static Expression HasVersion(long version) =>
        new($"#{Version} = :version", new() { [":version"] = Number(version) });

    /// <summary>The version is one of those; null where any will do.</summary>
    public static Expression? HasVersion(VersionMatch match)
    {
        if (match.Versions is not { } versions)
        {
            return null;
        }

        // No version is 0: a list that names no version at all is one that never holds.
        var accepted = (versions is [] ? [0L] : versions)
            .Select((version, at) => KeyValuePair.Create($":version{at}", Number(version)))
            .ToDictionary();
        return new($"#{Version} IN ({string.Join(", ", accepted.Keys)})", accepted);
    }

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
