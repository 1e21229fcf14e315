using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>
/// <c>Fn::FindInMap</c>: <c>[map, first key, second key]</c>, and <c>{"DefaultValue": ...}</c> with the language extensions.
/// </summary>
internal sealed class FindInMap : IIntrinsic
{
    public string Name => "Fn::FindInMap";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var keys = scope.Tuple(Name, argument, 3, scope.Stack.HasLanguageExtensions ? 4 : 3);
        var (map, first, second) = (scope.Text(Name, keys[0]), scope.Text(Name, keys[1]), scope.Text(Name, keys[2]));
        var found = (scope.Stack.Mappings[map] as JsonObject)?[first] as JsonObject;
        return found?[second]?.DeepClone()
            ?? (keys.Count == 4 && keys[3] is JsonObject options ? scope.Resolve(options["DefaultValue"]?.DeepClone()) : null)
            ?? throw scope.Refuse($"Fn::FindInMap finds nothing under {map}.{first}.{second}");
    }
}
