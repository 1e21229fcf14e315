using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::GetAZs</c>: the Availability Zones of a Region; a local Region has three.</summary>
internal sealed class GetAZs : IIntrinsic
{
    public string Name => "Fn::GetAZs";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var named = scope.Text(Name, argument);
        var region = named.Length > 0 ? named : Account.Region;
        return new JsonArray($"{region}a", $"{region}b", $"{region}c");
    }
}
