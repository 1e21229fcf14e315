using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::If</c>: <c>[condition, value when it holds, value when not]</c>; the other value is not looked at.</summary>
internal sealed class If : IIntrinsic
{
    public string Name => "Fn::If";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var branches = scope.Tuple(Name, argument, 3, 3);
        return scope.Resolve(branches[scope.Condition((string)branches[0]!) ? 1 : 2]);
    }
}
