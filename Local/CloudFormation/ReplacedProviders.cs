namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Finds the provider functions of custom resources that the runner provisions natively. Such a function would never be
/// called, so it, and the layers that only it uses, are replaced rather than run.
/// </summary>
internal static class ReplacedProviders
{
    /// <summary>The logical ids of the replaced functions and layers of a stack.</summary>
    public static IReadOnlySet<string> Of(Stack stack, ResourceTypes types)
    {
        var functions = stack.Resources
            .Where(resource => IsCustom((string?)resource.Value!["Type"]) && types.Find((string)resource.Value["Type"]!) is not null)
            .SelectMany(resource => References.In(resource.Value!["Properties"]?["ServiceToken"]))
            .ToHashSet();
        var layers = functions
            .SelectMany(function => References.In(stack.Resources[function]?["Properties"]?["Layers"]))
            .ToHashSet();
        return functions.Union(layers).ToHashSet();
    }

    private static bool IsCustom(string? type) =>
        type is not null && (type.StartsWith("Custom::", StringComparison.Ordinal) || type == "AWS::CloudFormation::CustomResource");
}
