namespace Lexicon.Infra;

/// <summary>
/// What a role may do with some resources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html.
/// </summary>
/// <param name="Resources">The resources, by their ARNs.</param>
/// <param name="Actions">What is allowed on them.</param>
internal sealed record Grant(IReadOnlyList<string> Resources, params IReadOnlyList<string> Actions)
{
    public Grant(string resource, params IReadOnlyList<string> actions)
        : this([resource], actions)
    {
    }

    /// <summary>What must hold besides, by operator and key; nothing, if empty.</summary>
    public Dictionary<string, object> Conditions { get; init; } = [];

    /// <summary>The statement of a policy that says so.</summary>
    public Dictionary<string, object> ToStatement()
    {
        var statement = new Dictionary<string, object> { ["Action"] = OneOrSeveral(Actions) };
        if (Conditions.Count > 0)
        {
            statement["Condition"] = Conditions;
        }

        statement["Effect"] = "Allow";
        statement["Resource"] = OneOrSeveral(Resources);
        return statement;
    }

    private static object OneOrSeveral(IEnumerable<string> values) =>
        values.Order(StringComparer.Ordinal).ToArray() is var sorted && sorted is [var one] ? one : sorted;
}
