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
    private readonly List<TemplateFinding> _findings = [];
    private readonly HashSet<string> _exporting = [];
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
                var name = (string)definition["Type"]!;
                var type = providers.Contains(logicalId) ? ReplacedProvider.Instance : types.Find(name) ?? new UnknownType(name);
                _nodes[(stack.Name, logicalId)] = new ResourceNode(stack, logicalId, definition, type);
            }
        }
    }

    private ResourceGraph(CloudAssembly assembly) => (_assembly, _types) = (assembly, new ResourceTypes([]));

    /// <summary>A graph in which no resource is found, for what refers to parameters alone.</summary>
    public static ResourceGraph WithoutResources(CloudAssembly assembly) => new(assembly);

    /// <summary>Every resource, stack by stack.</summary>
    public IEnumerable<ResourceNode> Nodes => _nodes.Values;

    /// <summary>Everything that is refused, as far as it was found.</summary>
    public IReadOnlyList<TemplateFinding> Refused => _findings;

    /// <summary>Provisions every resource, each after those it depends on.</summary>
    /// <exception cref="StartupException">Values are not supported, references lead nowhere or in a circle.</exception>
    public void ProvisionAll()
    {
        TryAll();
        if (_findings.Count > 0)
        {
            throw StartupException.Of(_findings);
        }
    }

    /// <summary>The same, with everything that is refused in <see cref="Refused"/> instead of an exception.</summary>
    public void TryAll()
    {
        foreach (var node in _nodes.Values)
        {
            Provision(node);
        }

        foreach (var node in _nodes.Values.Where(node => node.Provisioned?.Check is not null && !StandIn.IsIn(node.Resource!.Properties)))
        {
            Try(node.Provisioned!.Check!, failure => Refuse(TemplateFinding.From(failure, node.ShortPlace, node.TypeName)));
        }

        _ = Export("");
        foreach (var stack in _assembly.Stacks)
        {
            foreach (var (id, output) in stack.Outputs)
            {
                Try(
                    () => OutputOf(stack, id, output!),
                    failure => Refuse(TemplateFinding.From(failure, OutputPlace(stack, id), null)));
            }
        }
    }

    /// <summary>Adds what was found elsewhere.</summary>
    public void Refuse(IEnumerable<TemplateFinding> findings)
    {
        foreach (var finding in findings)
        {
            Refuse(finding);
        }
    }

    /// <summary>What a resource became, provisioned now if it was not yet.</summary>
    /// <param name="stack">The stack of the reference.</param>
    /// <param name="logicalId">The resource that is referred to.</param>
    /// <param name="place">Who refers to it.</param>
    public ProvisionedResource Provision(Stack stack, string logicalId, string place) =>
        _nodes.TryGetValue((stack.Name, logicalId), out var node)
            ? Provision(node)
            : throw new StartupException($"{place}: refers to '{logicalId}', which is not a resource or parameter of stack {stack.Name}"
                + (stack.Resources.ContainsKey(logicalId) ? " while its condition does not hold" : ""));

    /// <summary>The value of an export, or null.</summary>
    public JsonNode? Export(string name)
    {
        if (_exports is null)
        {
            FindExports(_exports = []);
        }

        if (!_exports.TryGetValue(name, out var export))
        {
            return null;
        }

        if (!_exporting.Add(name))
        {
            throw new StartupException($"circular dependency: the export '{name}' imports itself");
        }

        try
        {
            return new StackScope(this, export.Stack, $"export {name}").Resolve(export.Value);
        }
        finally
        {
            _exporting.Remove(name);
        }
    }

    /// <summary>The outputs of a stack by logical id, as text.</summary>
    public IReadOnlyDictionary<string, string> OutputsOf(Stack stack)
    {
        var values = new Dictionary<string, string>();
        foreach (var (id, output) in stack.Outputs)
        {
            if (OutputOf(stack, id, output!) is { } value)
            {
                values[id] = value;
            }
        }

        return values;
    }

    private string? OutputOf(Stack stack, string id, JsonNode output)
    {
        var scope = new StackScope(this, stack, OutputPlace(stack, id));
        return IsMade(output, scope)
            ? scope.Resolve(output["Value"])?.ToString() ?? throw scope.Refuse("an output needs a value")
            : null;
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
            Try(() => Provision(node.Stack, dependency, node.Place), failure => Refuse(node, "", failure));
        }

        node.Resource = new TemplateResource(node.Stack.Name, node.LogicalId, node.TypeName, Resolved(node));
        node.Provisioned = new ResourceAttempt(node, Refuse).Run();
        _path.RemoveAt(_path.Count - 1);
        return node.Provisioned;
    }

    private JsonObject Resolved(ResourceNode node)
    {
        var resolver = new PropertyResolver(
            new StackScope(this, node.Stack, node.Place), (path, failure) => Refuse(node, path, failure));
        var resolved = resolver.Resolve(node.Definition["Properties"]);
        var addressed = (_addresses is null ? resolved : _addresses.Replace(resolved)) as JsonObject ?? [];
        return DynamicReferences.Replace(addressed, _types, (path, why) => Refuse(node, path, new StartupException(why)));
    }

    private void Refuse(ResourceNode node, string path, Exception failure)
    {
        var finding = TemplateFinding.From(failure, node.ShortPlace, node.TypeName);
        Refuse(path.Length == 0 ? finding : finding with { Text = $"property '{path}': {finding.Text}" });
    }

    // A reference to nothing was found before anything was resolved.
    private void Refuse(TemplateFinding finding)
    {
        if (!_findings.Any(known => known.Place == finding.Place && finding.Text.EndsWith(known.Text, StringComparison.Ordinal)))
        {
            _findings.Add(finding);
        }
    }

    private static void Try(Action act, Action<Exception> refuse)
    {
        try
        {
            act();
        }
        catch (Exception failure) when (failure is StartupException or InvalidOperationException or ArgumentException or FormatException)
        {
            refuse(failure);
        }
    }

    // A resource may depend on one whose condition does not hold: CloudFormation then drops the dependency. TemplateCheck reports one
    // on what no template declares.
    private IEnumerable<string> Dependencies(ResourceNode node) =>
        References.Dependencies(node.Definition).Where(id => _nodes.ContainsKey((node.Stack.Name, id)));

    private void FindExports(Dictionary<string, (Stack, JsonNode?)> found)
    {
        foreach (var stack in _assembly.Stacks)
        {
            foreach (var (id, output) in stack.Outputs)
            {
                Try(
                    () => FindExport(found, stack, id, output!),
                    failure => Refuse(TemplateFinding.From(failure, OutputPlace(stack, id), null)));
            }
        }
    }

    private void FindExport(Dictionary<string, (Stack, JsonNode?)> found, Stack stack, string id, JsonNode output)
    {
        var scope = new StackScope(this, stack, OutputPlace(stack, id));
        if (output["Export"] is JsonObject export
            && IsMade(output, scope)
            && scope.Resolve(export["Name"]) is { } name
            && !found.TryAdd(name.ToString(), (stack, output["Value"])))
        {
            throw scope.Refuse($"the export '{name}' exists already");
        }
    }

    private static bool IsMade(JsonNode output, StackScope scope) =>
        output["Condition"] is not { } condition || scope.Condition(condition.ToString());

    private static string OutputPlace(Stack stack, string id) => $"{stack.Name}, output {id}";
}
