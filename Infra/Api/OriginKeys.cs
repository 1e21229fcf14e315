using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace Lexicon.Infra.Api;

/// <summary>
/// The key that the distribution sends now, and the one before it, which is still let in: the API is deployed before the distribution, and
/// a distribution changes edge by edge. The usage plan bounds nothing, since all readers come with this key.
/// </summary>
internal sealed class OriginKeys : Construct
{
    private readonly Dictionary<int, OriginKey> _keys = [];

    public OriginKeys(Construct scope, string id, StageSettings settings, RestApi api)
        : base(scope, id)
    {
        var plan = new UsagePlan(this, "Plan", new UsagePlanProps
        {
            Name = $"{settings.StageName}-Edge",
            Description = $"The distribution of Lexicon {settings.Name}",
            ApiStages = [new UsagePlanPerApiStage { Api = api, Stage = api.DeploymentStage }],
        });
        foreach (var number in Numbers(settings))
        {
            _keys[number] = new OriginKey(this, $"Key{number}", plan, settings);
        }
    }

    /// <summary>The secrets of the keys by their numbers, the one that the distribution sends last.</summary>
    public IEnumerable<(int Number, string SecretArn)> Secrets => _keys.Select(key => (key.Key, key.Value.SecretArn));

    private static IEnumerable<int> Numbers(StageSettings settings) =>
        settings.Options.OriginKey is var now && now > 1 ? [now - 1, now] : [now];
}
