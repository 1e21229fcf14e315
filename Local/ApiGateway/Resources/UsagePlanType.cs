using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::UsagePlan</c>.</summary>
internal sealed class UsagePlanType(UsagePlans plans)
    : ResourceType<UsagePlanProperties>("AWS::ApiGateway::UsagePlan", "throttles and quotas of API keys")
{
    protected override ProvisionedResource Provision(TemplateResource resource, UsagePlanProperties properties)
    {
        if (properties.Quota is { } named && named.Period is not ("DAY" or "WEEK" or "MONTH"))
        {
            throw resource.Invalid("Quota.Period", $"'{named.Period}' is neither DAY, WEEK nor MONTH");
        }

        var plan = new UsagePlan(
            resource.ShortId(6),
            properties.ApiStages.ToDictionary(stage => (stage.ApiId, stage.Stage), MethodThrottles),
            properties.Throttle?.ToThrottle(),
            properties.Quota is { } quota ? new(quota.Limit, quota.Period) : null);
        plans.Plans.Add(plan.Id, plan);
        return new(plan.Id) { Attributes = new Dictionary<string, string> { ["Id"] = plan.Id } };
    }

    private static IReadOnlyDictionary<string, Throttle> MethodThrottles(UsagePlanProperties.PlanStage stage) =>
        stage.Throttle.ToDictionary(method => method.Key, method => method.Value.ToThrottle());
}
