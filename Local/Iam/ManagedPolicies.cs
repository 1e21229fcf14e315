using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam;

/// <summary>The managed policies by ARN: those of the templates and those of AWS.</summary>
internal sealed class ManagedPolicies
{
    private readonly Dictionary<string, Policy> _own = [];

    /// <summary>Adds one of the templates.</summary>
    public void Add(string arn, Policy policy) => _own[arn] = policy;

    /// <summary>The policy with this ARN, or null.</summary>
    public Policy? Find(string arn) => _own.GetValueOrDefault(arn) ?? AwsManagedPolicies.Find(arn);
}
