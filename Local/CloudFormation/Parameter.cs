using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation.Intrinsics;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The parameters of a template: what the manifest gives, else the default
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).
/// </summary>
internal static class Parameter
{
    /// <summary>The value of a parameter, a list where its type is one.</summary>
    /// <exception cref="StartupException">It has no value, a value that its declaration does not allow, or lives in SSM.</exception>
    public static JsonNode Value(string name, JsonObject declaration, Stack stack, IScope scope)
    {
        var type = (string?)declaration["Type"] ?? "String";
        if (type.StartsWith("AWS::SSM::", StringComparison.Ordinal))
        {
            throw scope.Refuse(
                $"parameter '{name}' is not supported: its value is read from Parameter Store before anything is provisioned");
        }

        var text = stack.ParameterValues.TryGetValue(name, out var given) ? given : declaration["Default"]?.ToString();
        if (text is null)
        {
            throw scope.Refuse($"parameter '{name}' has no value: it has no default and the cloud assembly gives none");
        }

        if (declaration["AllowedValues"] is JsonArray allowed && !allowed.Any(value => value?.ToString() == text))
        {
            throw scope.Refuse($"parameter '{name}' may not be '{text}'");
        }

        return type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal)
            ? new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(part => (JsonNode?)part)])
            : text;
    }
}
