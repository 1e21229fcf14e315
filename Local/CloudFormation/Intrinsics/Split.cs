using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::Split</c>: <c>[delimiter, string]</c>.</summary>
internal sealed class Split : IIntrinsic
{
    public string Name => "Fn::Split";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var pair = scope.Tuple(Name, argument, 2, 2);
        var delimiter = scope.Text(Name, pair[0]);
        return delimiter.Length > 0
            ? new JsonArray([.. scope.Text(Name, pair[1]).Split(delimiter).Select(part => (JsonNode?)part)])
            : throw scope.Refuse("Fn::Split takes a delimiter that is not empty");
    }
}
