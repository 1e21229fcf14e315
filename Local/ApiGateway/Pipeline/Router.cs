using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Matches paths with the resources that have a request's method, segment by segment from the left: a literal before a
/// parameter before a greedy parameter (<c>{proxy+}</c>), which takes the rest. A resource that has neither the method nor
/// <c>ANY</c> is not there for the request, so it hides no other (seen on AWS; no page documents it). A slash at the end
/// changes nothing. Values of parameters stay as they were sent, percent signs and all, as in the events that AWS sends.
/// </summary>
internal sealed class Router
{
    private readonly Node _root = new();

    /// <summary>A router of these resources.</summary>
    public Router(IEnumerable<ApiResource> resources)
    {
        foreach (var resource in resources)
        {
            var node = _root;
            foreach (var segment in resource.Segments)
            {
                node = node.Child(segment);
            }

            node.Resource = resource;
        }
    }

    /// <summary>The resource and the method for a request of a path that begins with a slash, or null.</summary>
    public RouteMatch? Match(string method, string path)
    {
        var trimmed = path.Trim('/');
        var segments = trimmed.Length == 0 ? [] : trimmed.Split('/');
        var parameters = new Dictionary<string, string>();
        return Match(_root, method, segments, parameters);
    }

    private static RouteMatch? Match(Node node, string method, ReadOnlySpan<string> rest, Dictionary<string, string> parameters)
    {
        if (rest.IsEmpty)
        {
            return node.Match(method, parameters);
        }

        if (node.Literals.TryGetValue(Uri.UnescapeDataString(rest[0]), out var literal)
            && Match(literal, method, rest[1..], parameters) is { } exact)
        {
            return exact;
        }

        if (node.Parameter is { } parameter && rest[0].Length > 0
            && Match(parameter.Node, method, rest[1..], parameters) is { } bound)
        {
            parameters[parameter.Name] = rest[0];
            return bound;
        }

        if (node.Greedy is { } greedy && greedy.Node.Match(method, parameters) is { } greedily)
        {
            parameters[greedy.Name] = string.Join('/', rest);
            return greedily;
        }

        return null;
    }

    /// <summary>A method of a resource, with the values of the path parameters.</summary>
    internal sealed record RouteMatch(ApiResource Resource, ApiMethod Method, IReadOnlyDictionary<string, string> Parameters);

    private sealed class Node
    {
        public ApiResource? Resource { get; set; }

        public Dictionary<string, Node> Literals { get; } = [];

        public (string Name, Node Node)? Parameter { get; private set; }

        public (string Name, Node Node)? Greedy { get; private set; }

        /// <summary>The resource with this method, the method of that name before <c>ANY</c>; null: it has neither.</summary>
        public RouteMatch? Match(string method, IReadOnlyDictionary<string, string> parameters) =>
            (Resource?.Methods.GetValueOrDefault(method) ?? Resource?.Methods.GetValueOrDefault("ANY")) is { } found
                ? new(Resource!, found, parameters)
                : null;

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
