using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::Join</c>: <c>[delimiter, [values]]</c>.</summary>
internal sealed class Join : IIntrinsic
{
    public string Name => "Fn::Join";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var pair = scope.Tuple(Name, argument, 2, 2);
        var values = scope.List(Name, pair[1]).Select(value => scope.Text(Name, value));
        return string.Join(scope.Text(Name, pair[0]), values);
    }
}
