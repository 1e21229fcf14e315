using System.Text.Json.Nodes;

namespace Lexicon.Local.Assembly.Intrinsics;

/// <summary><c>Fn::GetAZs</c>: the Availability Zones of a Region; a local Region has three.</summary>
internal sealed class GetAZs : IIntrinsic
{
    /// <inheritdoc/>
    public string Name => "Fn::GetAZs";

    /// <inheritdoc/>
    public JsonNode? Evaluate(JsonNode? argument, IScope scope)
    {
        var named = scope.Text(Name, argument);
        var region = named.Length > 0 ? named : Account.Region;
        return new JsonArray($"{region}a", $"{region}b", $"{region}c");
    }
}
