using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::Permission</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html): a statement of
/// the resource policy of a function, or of the version or alias that it names.
/// </summary>
internal sealed partial class PermissionType(Functions functions, IIdentities identities)
    : ResourceType<PermissionProperties>("AWS::Lambda::Permission", "a statement of the function's resource policy, checked at each call")
{
    protected override ProvisionedResource Provision(TemplateResource resource, PermissionProperties properties)
    {
        var (function, reference) = functions.Find(resource, properties.FunctionName);
        TemplateResource.CheckAll(
            () => Must(resource, nameof(properties.Action), properties.Action, Action()),
            () => Must(resource, nameof(properties.SourceAccount), properties.SourceAccount, AccountId()),
            () => Must(resource, nameof(properties.SourceArn), properties.SourceArn, Arn()));
        var id = resource.PhysicalName(100);
        var statement = new JsonObject
        {
            ["Sid"] = id,
            ["Effect"] = "Allow",
            ["Principal"] = PrincipalOf(properties.Principal),
            ["Action"] = properties.Action,
            ["Resource"] = reference.Arn,
        };
        if (ConditionOf(properties) is { Count: > 0 } condition)
        {
            statement["Condition"] = condition;
        }

        var policy = function.Policy(reference.Qualifier);
        policy.Add(statement);
        identities.Check(policy.Document!, resource.Place);
        return new ProvisionedResource(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }

    private static void Must(TemplateResource resource, string property, string? value, Regex pattern)
    {
        if (value is not null && !pattern.IsMatch(value))
        {
            throw resource.Invalid(property, $"'{value}' does not match {pattern}");
        }
    }

    private static JsonNode PrincipalOf(string principal) => principal switch
    {
        "*" => "*",
        _ when principal.Contains(".amazonaws.com", StringComparison.Ordinal) => new JsonObject { ["Service"] = principal },
        _ when principal.Length == 12 && principal.All(char.IsAsciiDigit) =>
            new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
        _ => new JsonObject { ["AWS"] = principal },
    };

    private static JsonObject ConditionOf(PermissionProperties properties)
    {
        var condition = new JsonObject();
        if (properties.SourceAccount is { } account)
        {
            condition["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (properties.SourceArn is { } source)
        {
            condition["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = source };
        }

        return condition;
    }

    // The patterns of https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html, of an ARN its beginning alone.
    [GeneratedRegex(@"^(lambda:\*|lambda:[a-zA-Z]+|\*)\z")]
    private static partial Regex Action();

    [GeneratedRegex(@"^\d{12}\z")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"^arn:[^:]+:.+:.*\z")]
    private static partial Regex Arn();
}
