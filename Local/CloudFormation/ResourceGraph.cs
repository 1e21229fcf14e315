using System.Text.Json.Nodes;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The resources of all stacks with their dependencies. Provisioning one provisions first what its properties refer to and what
/// it names under <c>DependsOn</c>, across stacks too, so that the order follows from the templates alone.
/// </summary>
internal sealed class ResourceGraph
{
    private readonly Dictionary<(string Stack, string LogicalId), ResourceNode> _nodes = [];
    private readonly CloudAssembly _assembly;
    private readonly ResourceTypes _types;
    private readonly List<ResourceNode> _path = [];
    private readonly InvokeAddresses? _addresses;
    private Dictionary<string, (Stack Stack, JsonNode? Value)>? _exports;

    /// <summary>Builds the graph of an assembly whose templates were checked; resources of a false condition are left out.</summary>
    /// <param name="assembly">The templates.</param>
    /// <param name="types">What provisions them.</param>
    /// <param name="endpoints">Where the APIs are, whose own addresses are replaced; null: nowhere yet.</param>
    public ResourceGraph(CloudAssembly assembly, ResourceTypes types, Endpoints? endpoints = null)
    {
        (_assembly, _types) = (assembly, types);
        _addresses = endpoints is null ? null : new InvokeAddresses(endpoints, _nodes.Values);
        foreach (var stack in assembly.Stacks)
        {
            var providers = ReplacedProviders.Of(stack, types);
            foreach (var (logicalId, definition) in IncludedResources.Of(assembly, stack))
            {
                var type = providers.Contains(logicalId) ? ReplacedProvider.Instance : types.Find((string)definition["Type"]!);
                _nodes[(stack.Name, logicalId)] = new ResourceNode(stack, logicalId, definition,
                    type ?? throw new StartupException($"{stack.Name}/{logicalId}: {TemplateCheck.UnknownType(definition)}"));
            }
        }
    }

    private ResourceGraph(CloudAssembly assembly) => (_assembly, _types) = (assembly, new ResourceTypes([]));

    /// <summary>A graph in which no resource is found, for what refers to parameters alone.</summary>
    public static ResourceGraph WithoutResources(CloudAssembly assembly) => new(assembly);

    /// <summary>Every resource, stack by stack.</summary>
    public IEnumerable<ResourceNode> Nodes => _nodes.Values;

    /// <summary>Provisions every resource, each after those it depends on.</summary>
    /// <exception cref="StartupException">A value is not honored, a reference leads nowhere or in a circle.</exception>
    public void ProvisionAll()
    {
        foreach (var node in _nodes.Values)
        {
            Provision(node);
        }
    }

    /// <summary>What a resource became, provisioned now if it was not yet.</summary>
    /// <param name="stack">The stack of the reference.</param>
    /// <param name="logicalId">The resource that is referred to.</param>
    /// <param name="place">Who refers to it.</param>
    public ProvisionedResource Provision(Stack stack, string logicalId, string place) =>
        _nodes.TryGetValue((stack.Name, logicalId), out var node)
            ? Provision(node)
            : throw new StartupException($"{place}: refers to '{logicalId}', which is no resource or parameter of stack {stack.Name}"
                + (stack.Resources.ContainsKey(logicalId) ? " while its condition does not hold" : ""));

    /// <summary>The value of an export, or null.</summary>
    public JsonNode? Export(string name)
    {
        _exports ??= FindExports();
        return _exports.TryGetValue(name, out var export)
            ? new StackScope(this, export.Stack, $"export {name}").Resolve(export.Value)
            : null;
    }

    /// <summary>The outputs of a stack by logical id, as text.</summary>
    public IReadOnlyDictionary<string, string> OutputsOf(Stack stack)
    {
        var values = new Dictionary<string, string>();
        foreach (var (id, output) in stack.Outputs)
        {
            var scope = new StackScope(this, stack, $"{stack.Name}, output {id}");
            if (output!["Condition"] is null || scope.Condition((string)output["Condition"]!))
            {
                values[id] = scope.Resolve(output["Value"])?.ToString() ?? throw scope.Refuse("an output needs a value");
            }
        }

        return values;
    }

    private ProvisionedResource Provision(ResourceNode node)
    {
        if (_path.LastOrDefault() is { } dependent && !dependent.DependsOn.Contains(node))
        {
            dependent.DependsOn.Add(node);
        }

        if (node.Provisioned is { } already)
        {
            return already;
        }

        if (_path.Contains(node))
        {
            throw new StartupException("circular dependency: "
                + string.Join(" -> ", _path.SkipWhile(earlier => earlier != node).Append(node).Select(member => member.LogicalId)));
        }

        _path.Add(node);
        foreach (var dependency in Dependencies(node))
        {
            Provision(node.Stack, dependency, node.Place);
        }

        var scope = new StackScope(this, node.Stack, node.Place);
        var resolved = scope.Resolve(node.Definition["Properties"]);
        var addressed = (_addresses is null ? resolved : _addresses.Replace(resolved)) as JsonObject ?? [];
        var properties = DynamicReferences.Replace(addressed, _types, node.Place);
        node.Resource = new TemplateResource(node.Stack.Name, node.LogicalId, (string)node.Definition["Type"]!, properties);
        node.Provisioned = node.Type.Provision(node.Resource);
        _path.RemoveAt(_path.Count - 1);
        return node.Provisioned;
    }

    // A resource may depend on one whose condition does not hold: CloudFormation then drops the dependency.
    private IEnumerable<string> Dependencies(ResourceNode node) => (node.Definition["DependsOn"] switch
    {
        JsonArray many => many.Select(one => (string)one!),
        JsonValue one => [(string)one!],
        _ => [],
    }).Where(id => _nodes.ContainsKey((node.Stack.Name, id)) || !node.Stack.Resources.ContainsKey(id));

    private Dictionary<string, (Stack, JsonNode?)> FindExports()
    {
        var found = new Dictionary<string, (Stack, JsonNode?)>();
        foreach (var stack in _assembly.Stacks)
        {
            foreach (var (id, output) in stack.Outputs)
            {
                var scope = new StackScope(this, stack, $"{stack.Name}, output {id}");
                if (output!["Export"] is JsonObject export && scope.Resolve(export["Name"]) is { } name
                    && !found.TryAdd(name.ToString(), (stack, output["Value"])))
                {
                    throw scope.Refuse($"the export '{name}' exists already");
                }
            }
        }

        return found;
    }
}
