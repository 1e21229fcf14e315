namespace Lexicon.Functions.Modelling;

/// <summary>Conditions of attributes by name; <see cref="FieldConditions"/> has those of declared ones.</summary>
internal static class AttributeConditions
{
    public static Expression Exists(string attribute) => new($"attribute_exists(#{attribute})", []);

    public static Expression IsAbsent(string attribute) => new($"attribute_not_exists(#{attribute})", []);
}
