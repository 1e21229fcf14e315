using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>
/// <c>Fn::Sub</c>: a string, or <c>[string, {variables}]</c>. <c>${Name}</c> is a variable, parameter or resource,
/// <c>${Name.Attribute}</c> an attribute, <c>${!Literal}</c> stands for <c>${Literal}</c>.
/// </summary>
internal sealed partial class Sub : IIntrinsic
{
    public string Name => "Fn::Sub";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var (text, variables) = argument switch
        {
            JsonValue value when value.TryGetValue<string>(out var alone) => (alone, []),
            JsonArray { Count: 2 } pair when pair[0] is JsonValue template && template.TryGetValue<string>(out var first)
                && pair[1] is JsonObject given => (first, given),
            _ => throw scope.Refuse("Fn::Sub takes a string, or a string and an object of variables"),
        };
        return Placeholder().Replace(text, match => Value(match.Groups["name"].Value));

        string Value(string name) =>
            name.StartsWith('!') ? $"${{{name[1..]}}}"
            : variables.TryGetPropertyValue(name, out var variable) ? scope.Text(Name, variable)
            : name.IndexOf('.') is > 0 and var dot ? scope.Text(Name, scope.Attribute(name[..dot], name[(dot + 1)..]))
            : scope.Text(Name, scope.Reference(name));
    }

    /// <summary>The names that a call refers to outside its own variables: for checks before anything is resolved.</summary>
    public static IEnumerable<string> References(JsonNode? argument)
    {
        var (text, own) = argument is JsonArray { Count: 2 } pair
            ? (pair[0]?.ToString() ?? "", pair[1] as JsonObject ?? [])
            : (argument?.ToString() ?? "", []);
        return Placeholder().Matches(text).Select(match => match.Groups["name"].Value)
            .Where(name => !name.StartsWith('!') && !own.ContainsKey(name));
    }

    [GeneratedRegex(@"\$\{(?<name>[^{}]*)\}")]
    private static partial Regex Placeholder();
}
