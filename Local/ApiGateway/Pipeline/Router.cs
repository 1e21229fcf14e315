using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Matches paths with the resources that have methods, segment by segment from the left: a literal before a parameter
/// before a greedy parameter (<c>{proxy+}</c>), which takes the rest. A slash at the end changes nothing. Values of
/// parameters stay as they were sent, percent signs and all, as in the events that AWS sends.
/// </summary>
internal sealed class Router
{
    private readonly Node root = new();

    /// <summary>A router of these resources; those without methods are not there.</summary>
    public Router(IEnumerable<ApiResource> resources)
    {
        foreach (var resource in resources.Where(resource => resource.Methods.Count > 0))
        {
            var node = root;
            foreach (var segment in resource.Segments)
            {
                node = node.Child(segment);
            }

            node.Resource = resource;
        }
    }

    /// <summary>The resource of a path that begins with a slash, or null.</summary>
    public RouteMatch? Match(string path)
    {
        var trimmed = path.Trim('/');
        var segments = trimmed.Length == 0 ? [] : trimmed.Split('/');
        var parameters = new Dictionary<string, string>();
        var resource = Match(root, segments, 0, parameters);
        return resource is null ? null : new(resource, parameters);
    }

    private static ApiResource? Match(Node node, string[] segments, int index, Dictionary<string, string> parameters)
    {
        if (index == segments.Length)
        {
            return node.Resource;
        }

        if (node.Literals.TryGetValue(Uri.UnescapeDataString(segments[index]), out var literal)
            && Match(literal, segments, index + 1, parameters) is { } exact)
        {
            return exact;
        }

        if (node.Parameter is { } parameter && segments[index].Length > 0
            && Match(parameter.Node, segments, index + 1, parameters) is { } bound)
        {
            parameters[parameter.Name] = segments[index];
            return bound;
        }

        if (node.Greedy is { } greedy)
        {
            parameters[greedy.Name] = string.Join('/', segments[index..]);
            return greedy.Node.Resource;
        }

        return null;
    }

    private sealed class Node
    {
        public ApiResource? Resource { get; set; }

        public Dictionary<string, Node> Literals { get; } = [];

        public (string Name, Node Node)? Parameter { get; private set; }

        public (string Name, Node Node)? Greedy { get; private set; }

        public Node Child(string segment)
        {
            if (segment is not ['{', .. var name, '}'])
            {
                return Literals.TryGetValue(segment, out var literal) ? literal : Literals[segment] = new();
            }

            return name.EndsWith('+')
                ? (Greedy ??= (name[..^1], new())).Node
                : (Parameter ??= (name, new())).Node;
        }
    }
}
