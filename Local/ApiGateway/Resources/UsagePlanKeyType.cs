using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::UsagePlanKey</c>.</summary>
internal sealed class UsagePlanKeyType(UsagePlans plans)
    : ResourceType<UsagePlanKeyProperties>("AWS::ApiGateway::UsagePlanKey", "an API key in a usage plan")
{
    protected override ProvisionedResource Provision(TemplateResource resource, UsagePlanKeyProperties properties)
    {
        if (properties.KeyType != "API_KEY")
        {
            throw resource.Refuse(nameof(properties.KeyType), $"'{properties.KeyType}'");
        }

        if (!plans.Plans.TryGetValue(properties.UsagePlanId, out var plan))
        {
            throw resource.NotFound(nameof(properties.UsagePlanId), $"the usage plan '{properties.UsagePlanId}'");
        }

        if (!plans.Keys.TryGetValue(properties.KeyId, out var key))
        {
            throw resource.NotFound(nameof(properties.KeyId), $"the API key '{properties.KeyId}'");
        }

        plan.Keys[key.Value] = key;
        return new($"{key.Id}:{plan.Id}") { Attributes = new Dictionary<string, string> { ["Id"] = $"{key.Id}:{plan.Id}" } };
    }
}
