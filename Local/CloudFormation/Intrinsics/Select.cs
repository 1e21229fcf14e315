using System.Globalization;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::Select</c>: <c>[index, list]</c>, the index from 0.</summary>
internal sealed class Select : IIntrinsic
{
    public string Name => "Fn::Select";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var pair = scope.Tuple(Name, argument, 2, 2);
        var list = scope.List(Name, pair[1]);
        var text = scope.Text(Name, pair[0]);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count
            ? list[index]?.DeepClone()
            : throw scope.Refuse($"Fn::Select cannot select {text} of a list of {list.Count}");
    }
}
