using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>Names for people.</summary>
internal static partial class Names
{
    /// <summary>A function's own name without that of its stack; else the logical id without the hash that the CDK adds.</summary>
    public static string Plain(ResourceNode node)
    {
        if (node.TypeName == "AWS::Lambda::Function" && node.Provisioned?.Ref is { } name
            && name.StartsWith($"{node.Stack.Name}-", StringComparison.Ordinal))
        {
            return name[(node.Stack.Name.Length + 1)..];
        }

        var plain = Hash().Replace(node.LogicalId, "");
        return plain.EndsWith("Resource", StringComparison.Ordinal) && plain.Length > 8 ? plain[..^8] : plain;
    }

    /// <summary>Whose role it is: its functions, else its own name.</summary>
    public static string OfRole(string arn, IReadOnlyList<ResourceNode> nodes)
    {
        var functions = nodes
            .Where(node => node.TypeName == "AWS::Lambda::Function" && $"{node.Resource?.Properties["Role"]}" == arn)
            .Select(Plain).Order(StringComparer.Ordinal).ToList();
        return functions.Count > 0 ? string.Join(", ", functions)
            : nodes.FirstOrDefault(node => node.TypeName == "AWS::IAM::Role"
                && node.Provisioned?.Attributes.GetValueOrDefault("Arn")?.ToString() == arn) is { } role
                ? $"the role {Plain(role)}"
            : arn;
    }

    /// <summary>The name of the service of a type: <c>DynamoDB</c> of <c>AWS::DynamoDB::Table</c>.</summary>
    public static string Service(string type) => type.Split("::") switch
    {
        ["AWS", "ApiGateway" or "ApiGatewayV2", ..] => "API Gateway",
        ["AWS", "Events", ..] => "EventBridge",
        ["AWS", "Logs", ..] => "CloudWatch Logs",
        ["AWS", "SSM", ..] => "Systems Manager",
        ["AWS", "SecretsManager", ..] => "Secrets Manager",
        ["AWS", "WAFv2", ..] => "WAF",
        ["AWS", var service, ..] => service,
        _ => "CDK",
    };

    [GeneratedRegex("[0-9A-F]{8}$")]
    private static partial Regex Hash();
}
