using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>The conditions that more than one write makes.</summary>
internal static class Conditions
{
    /// <summary>The glossary exists and is the reader's.</summary>
    public static Expression IsGlossaryOf(string reader) =>
        GlossaryEntity.Owner.Is(reader).And(AttributeConditions.IsAbsent(GlossaryEntity.DeletingAt));

    /// <summary>The version is one of those; null where any will do.</summary>
    public static Expression? HasVersion(VersionMatch match) => match.Versions switch
    {
        null => null,

        // No version is 0: a list that names no version at all is one that never holds.
        [] => GlossaryEntity.Revision.Version.IsOneOf([0L]),
        var versions => GlossaryEntity.Revision.Version.IsOneOf(versions),
    };
}
