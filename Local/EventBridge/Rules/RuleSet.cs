namespace Lexicon.Local.EventBridge.Rules;

/// <summary>The rules of the account, by their ARNs.</summary>
internal sealed class RuleSet
{
    private readonly SortedDictionary<string, Rule> _byArn = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<Rule> All => _byArn.Values;

    /// <summary>Adds a rule.</summary>
    /// <returns>False when its bus has one of that name.</returns>
    public bool Add(Rule rule) => _byArn.TryAdd(rule.Arn, rule);

    /// <summary>The rule with this ARN; null when there is none.</summary>
    public Rule? Find(string arn) => _byArn.GetValueOrDefault(arn);

    /// <summary>The rules of a bus, by name.</summary>
    public IEnumerable<Rule> On(string bus) => All.Where(rule => rule.Bus == bus);
}
