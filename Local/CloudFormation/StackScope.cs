using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation.Intrinsics;

namespace Lexicon.Local.CloudFormation;

/// <summary>One place in a template, from which intrinsic functions are evaluated.</summary>
/// <param name="graph">Where resources and exports are found.</param>
/// <param name="stack">The template.</param>
/// <param name="place">How messages name the place.</param>
internal sealed class StackScope(ResourceGraph graph, Stack stack, string place) : IScope
{
    private static readonly FrozenDictionary<string, IIntrinsic> Functions = new IIntrinsic[]
    {
        new RefFunction(), new GetAtt(), new Join(), new Split(), new Select(), new Sub(), new FindInMap(), new ImportValue(),
        new If(), new Base64(), new GetAZs(), new Cidr(), new Length(), new ToJsonString(),
    }.ToFrozenDictionary(function => function.Name);

    private readonly HashSet<string> _conditions = [];

    public Stack Stack => stack;

    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } call when IsCall(call, out var name, out var argument) => Evaluate(name, argument),
        JsonObject members => new JsonObject(Resolved(members)),
        JsonArray items => new JsonArray([.. items.Select(Resolve).Where(item => item is not null)]),
        _ => node?.DeepClone(),
    };

    public JsonNode? Reference(string name) =>
        PseudoParameters.Find(name, stack) is { IsKnown: true } pseudo ? pseudo.Value
        : stack.Parameters[name] is JsonObject parameter ? Parameter.Value(name, parameter, stack, this)
        : graph.Provision(stack, name, place).Ref;

    public JsonNode Attribute(string logicalId, string name)
    {
        var resource = graph.Provision(stack, logicalId, place);
        return resource.Attributes.TryGetValue(name, out var value) ? value
            : resource.IsStandIn ? resource.Ref
            : throw Refuse($"Fn::GetAtt {logicalId}.{name}: the local runner gives no such attribute for "
                + $"{stack.Resources[logicalId]!["Type"]}");
    }

    public bool Condition(string name)
    {
        if (!_conditions.Add(name))
        {
            throw Refuse($"the condition '{name}' refers to itself");
        }

        try
        {
            return stack.Conditions[name] is { } definition
                ? Conditions.Holds(definition, this)
                : throw Refuse($"there is no condition '{name}'");
        }
        finally
        {
            _conditions.Remove(name);
        }
    }

    public JsonNode Import(string exportName) =>
        graph.Export(exportName) ?? throw Refuse($"no stack exports '{exportName}'");

    public StartupException Refuse(string why) => new($"{place}: {why}");

    private JsonNode? Evaluate(string name, JsonNode? argument) =>
        Functions.TryGetValue(name, out var function)
            ? function.Evaluate(argument, this)
            : throw Refuse($"the intrinsic function '{name}' is not supported by the local runner");

    private IEnumerable<KeyValuePair<string, JsonNode?>> Resolved(JsonObject members)
    {
        foreach (var (name, value) in members)
        {
            if (Resolve(value) is { } resolved)
            {
                yield return new(name, resolved);
            }
        }
    }

    /// <summary>Whether an object is a call of an intrinsic function, known or not.</summary>
    public static bool IsCall(JsonObject node, out string name, out JsonNode? argument)
    {
        (name, argument) = node.Count == 1 ? node.First() : default;
        return name is not null && (name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal));
    }
}
