using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The resources of a stack that are made: those without a condition, and those whose condition holds
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html).
/// </summary>
internal static class IncludedResources
{
    /// <summary>
    /// Them, by logical id. A condition refers to parameters alone, so that no graph of resources is needed. One that cannot be evaluated
    /// is reported by <see cref="TemplateCheck"/>, and its resources are included, so that they are checked.
    /// </summary>
    public static IEnumerable<(string LogicalId, JsonObject Definition)> Of(CloudAssembly assembly, Stack stack)
    {
        var none = ResourceGraph.WithoutResources(assembly);
        return stack.Resources
            .Select(resource => (resource.Key, resource.Value!.AsObject()))
            .Where(resource => resource.Item2["Condition"] is not { } condition || Holds(none, stack, condition.ToString()));
    }

    private static bool Holds(ResourceGraph none, Stack stack, string condition)
    {
        try
        {
            return new StackScope(none, stack, stack.Name).Condition(condition);
        }
        catch (StartupException)
        {
            return true;
        }
    }
}
