using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::GetAtt</c>: <c>["LogicalId", "Attribute"]</c> or <c>"LogicalId.Attribute"</c>.</summary>
internal sealed class GetAtt : IIntrinsic
{
    public string Name => "Fn::GetAtt";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        if (argument is JsonValue dotted && dotted.TryGetValue<string>(out var text) && text.IndexOf('.') is > 0 and var dot)
        {
            return scope.Attribute(text[..dot], text[(dot + 1)..]);
        }

        var pair = scope.Tuple(Name, argument, 2, 2);
        return scope.Attribute((string)pair[0]!, scope.Text(Name, pair[1]));
    }
}
