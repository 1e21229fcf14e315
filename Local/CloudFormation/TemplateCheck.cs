using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Everything about the templates that can be told before anything is resolved: unknown resource types, properties that
/// are not supported, references to nothing. All of it is found, not the first alone.
/// </summary>
internal sealed class TemplateCheck(CloudAssembly assembly, ResourceTypes types)
{
    private static readonly Dictionary<string, string?> ResourceAttributes = new()
    {
        ["Type"] = null,
        ["Properties"] = null,
        ["DependsOn"] = null,
        ["Condition"] = null,
        ["Metadata"] = null,
        ["DeletionPolicy"] = "nothing is deleted but by make clean",
        ["UpdateReplacePolicy"] = "nothing is replaced by an update",
        ["UpdatePolicy"] = "a local start replaces what ran before at once",
        ["CreationPolicy"] = "a local start waits until everything answers",
    };

    /// <summary>What the runner refuses, a line each; empty when the templates can run.</summary>
    public string[] Refused => [.. Refusals.Select(finding => finding.Line)];

    /// <summary>What it accepts and ignores.</summary>
    public IReadOnlyList<TemplateFinding> Ignored { get; private set; } = [];

    /// <summary>What it refuses.</summary>
    public IReadOnlyList<TemplateFinding> Refusals { get; private set; } = [];

    /// <summary>Checks every template.</summary>
    public TemplateCheck Run()
    {
        var findings = assembly.Stacks.SelectMany(Check).ToList();
        Refusals = [.. findings.Where(finding => finding.IsRefusal)];
        Ignored = [.. findings.Where(finding => !finding.IsRefusal)];
        return this;
    }

    private IEnumerable<TemplateFinding> Check(Stack stack)
    {
        if (stack.HasRules)
        {
            yield return new(false, stack.Name, null, "Rules: they check parameters at a deployment");
        }

        foreach (var finding in CheckConditions(stack))
        {
            yield return finding;
        }

        var providers = ReplacedProviders.Of(stack, types);
        foreach (var (logicalId, definition) in stack.Resources)
        {
            var place = $"{stack.Name}/{logicalId}";
            if (definition!["Condition"] is { } condition && !stack.Conditions.ContainsKey(condition.ToString()))
            {
                yield return new(true, place, null, $"refers to the condition '{condition}', which does not exist");
            }

            foreach (var name in References.In(definition).Where(name => !IsKnown(stack, name)))
            {
                yield return new(true, place, null, $"refers to '{name}', which is not a resource or parameter of stack {stack.Name}");
            }

            foreach (var name in References.Dependencies(definition).Where(name => !stack.Resources.ContainsKey(name)))
            {
                yield return new(true, place, null, $"depends on '{name}', which is not a resource of stack {stack.Name}");
            }

            foreach (var finding in providers.Contains(logicalId) ? [] : CheckProperties(place, definition!.AsObject()))
            {
                yield return finding;
            }
        }

        foreach (var (id, output) in stack.Outputs)
        {
            foreach (var name in References.In(output).Where(name => !IsKnown(stack, name)))
            {
                yield return new(
                    true,
                    $"{stack.Name}, output {id}",
                    null,
                    $"refers to '{name}', which is not a resource or parameter of stack {stack.Name}");
            }
        }
    }

    // CloudFormation evaluates all of them, whether a resource has one or not.
    private IEnumerable<TemplateFinding> CheckConditions(Stack stack)
    {
        var none = ResourceGraph.WithoutResources(assembly);
        foreach (var (name, _) in stack.Conditions)
        {
            var place = $"{stack.Name}, condition {name}";
            TemplateFinding? finding = null;
            try
            {
                _ = new StackScope(none, stack, place).Condition(name);
            }
            catch (StartupException failure)
            {
                finding = TemplateFinding.From(failure, place, null);
            }

            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<TemplateFinding> CheckProperties(string place, JsonObject definition)
    {
        if (types.Find(definition["Type"]?.ToString() ?? "") is not { } type)
        {
            yield return new(true, place, null, UnknownType.Refusal(definition["Type"]!.ToString()));
            yield break;
        }

        if (type.IsIgnored)
        {
            yield return new(false, place, type.Name, type.Becomes);
        }

        foreach (var (attribute, _) in definition)
        {
            if (!ResourceAttributes.TryGetValue(attribute, out var reason))
            {
                yield return new(true, place, type.Name, $"the attribute '{attribute}' is not supported by the local runner");
            }
            else if (reason is not null && !type.IsIgnored)
            {
                yield return new(false, place, type.Name, $"{attribute}: {reason}");
            }
        }

        foreach (var (path, reason) in PropertyCheck.Find(definition["Properties"], type.Properties))
        {
            yield return reason is null
                ? new(true, place, type.Name, PropertyCheck.Refusal(path))
                : new(false, place, type.Name, $"{path}: {reason}");
        }
    }

    private static bool IsKnown(Stack stack, string name) =>
        stack.Resources.ContainsKey(name) || stack.Parameters.ContainsKey(name);
}
