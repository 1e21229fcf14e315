using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Lexicon.Infra.Api;

/// <summary>
/// For programs that call the API itself, beside the distribution: a usage plan and the first API key in it. Who calls is counted and
/// bounded by key. A key says which program calls, never who is
/// signed in: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html.
/// </summary>
internal sealed class ApiKeys : Construct
{
    public ApiKeys(Construct scope, string id, StageSettings settings, RestApi api)
        : base(scope, id)
    {
        var plan = new UsagePlan(this, "Plan", new UsagePlanProps
        {
            Name = settings.StageName,
            Description = $"Programs that call Lexicon {settings.Name}",
            ApiStages = [new UsagePlanPerApiStage { Api = api, Stage = api.DeploymentStage }],
            Throttle = new ThrottleSettings { RateLimit = 100, BurstLimit = 200 },
            Quota = new QuotaSettings { Limit = 1_000_000, Period = Period.MONTH },
        });
        var key = new ApiKey(this, "Key", new ApiKeyProps { Description = $"The first program that calls Lexicon {settings.Name}" });
        plan.AddApiKey(key);
        KeyId = key.KeyId;
    }

    public string KeyId { get; }
}
