using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary><c>AWS::ApiGateway::UsagePlanKey</c>.</summary>
internal sealed class UsagePlanKeyType(UsagePlans plans)
    : ResourceType<UsagePlanKeyProperties>("AWS::ApiGateway::UsagePlanKey", "an API key in a usage plan")
{
    protected override Realised Realise(Resource resource, UsagePlanKeyProperties properties)
    {
        if (properties.KeyType != "API_KEY")
        {
            throw resource.Refuse(nameof(properties.KeyType), $"'{properties.KeyType}'");
        }

        if (!plans.Plans.TryGetValue(properties.UsagePlanId, out var plan))
        {
            throw new Refusal($"{resource.Place}: property 'UsagePlanId': there is no usage plan '{properties.UsagePlanId}'");
        }

        if (!plans.Keys.TryGetValue(properties.KeyId, out var key))
        {
            throw new Refusal($"{resource.Place}: property 'KeyId': there is no API key '{properties.KeyId}'");
        }

        plan.Keys[key.Value] = key;
        return new($"{key.Id}:{plan.Id}") { Attributes = new Dictionary<string, string> { ["Id"] = $"{key.Id}:{plan.Id}" } };
    }
}
