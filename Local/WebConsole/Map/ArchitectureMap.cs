using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>
/// What requests and events pass, and the ways between. A place is a resource that does something or keeps something; what merely ties
/// two of them together, such as a method, a permission or an alias, is a way.
/// </summary>
internal sealed record ArchitectureMap(IReadOnlyList<Place> Places, IReadOnlyList<Way> Ways, Grants Grants)
{
    /// <summary>The map of provisioned resources.</summary>
    public static ArchitectureMap Of(IReadOnlyList<ResourceNode> nodes)
    {
        Dictionary<ResourceNode, Place> places = [];
        foreach (var node in nodes)
        {
            if (IsOnTheMap(node))
            {
                var isDetail = !Kinds.IsPlace(node.TypeName) || node.Type is ReplacedProvider;
                places[node] = new($"{node.Stack.Name}/{node.LogicalId}", node, Names.Service(node.TypeName), isDetail);
            }
        }

        var grants = new Grants(nodes, places);
        return new([.. places.Values], [.. new WayFinder(nodes, places, grants).Find().Distinct()], grants);
    }

    // What has no meaning on this machine is no place, unless a list says so.
    private static bool IsOnTheMap(ResourceNode node) =>
        Kinds.IsPlace(node.TypeName) || Kinds.IsDetail(node.TypeName) || !(Kinds.IsPart(node.TypeName) || node.Type.IsIgnored);
}
