using System.Collections.Frozen;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>The keywords of draft 4; any other is a remark, as on AWS.</summary>
internal static class Keywords
{
    /// <summary>How each keyword is read, by its name.</summary>
    public static FrozenDictionary<string, Func<Keyword, Rule>> All { get; } = new Dictionary<string, Func<Keyword, Rule>>
    {
        ["additionalItems"] = ArrayKeywords.AdditionalItems,
        ["additionalProperties"] = MemberKeywords.Read,
        ["allOf"] = AnyKeywords.AllOf,
        ["anyOf"] = AnyKeywords.AnyOf,
        ["dependencies"] = ObjectKeywords.Dependencies,
        ["enum"] = AnyKeywords.Enum,
        ["format"] = StringKeywords.Format,
        ["items"] = ArrayKeywords.Items,
        ["maxItems"] = ArrayKeywords.MaxItems,
        ["maxLength"] = StringKeywords.MaxLength,
        ["maxProperties"] = ObjectKeywords.MaxProperties,
        ["maximum"] = NumberKeywords.Maximum,
        ["minItems"] = ArrayKeywords.MinItems,
        ["minLength"] = StringKeywords.MinLength,
        ["minProperties"] = ObjectKeywords.MinProperties,
        ["minimum"] = NumberKeywords.Minimum,
        ["multipleOf"] = NumberKeywords.MultipleOf,
        ["not"] = AnyKeywords.Not,
        ["oneOf"] = AnyKeywords.OneOf,
        ["pattern"] = StringKeywords.Pattern,
        ["patternProperties"] = MemberKeywords.Read,
        ["properties"] = MemberKeywords.Read,
        ["required"] = ObjectKeywords.Required,
        ["type"] = AnyKeywords.Type,
        ["uniqueItems"] = ArrayKeywords.UniqueItems,
    }.ToFrozenDictionary();
}
