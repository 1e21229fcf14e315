using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway;

/// <summary>The API keys and usage plans of the account.</summary>
internal sealed class UsagePlans
{
    /// <summary>The keys by id.</summary>
    public Dictionary<string, ApiKey> Keys { get; } = [];

    /// <summary>The plans by id.</summary>
    public Dictionary<string, UsagePlan> Plans { get; } = [];

    /// <summary>The plan and the key that let a value into a stage; null: none does.</summary>
    public (UsagePlan Plan, ApiKey Key)? Find(string value, string apiId, string stage) =>
        Plans.Values
            .Where(plan => plan.Stages.ContainsKey((apiId, stage)) && plan.Keys.TryGetValue(value, out var key) && key.Enabled)
            .Select(plan => ((UsagePlan, ApiKey)?)(plan, plan.Keys[value]))
            .FirstOrDefault();
}
