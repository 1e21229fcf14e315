using Lexicon.Local.Aws;

namespace Lexicon.Local.Iam.Policies;

/// <summary>One statement of a policy.</summary>
internal sealed record Statement
{
    /// <summary>The statement as its document has it, JSON.</summary>
    public string Source { get; init; } = "";

    /// <summary>Effect: allow, else deny.</summary>
    public required bool Allows { get; init; }

    /// <summary>The actions, or those excepted when <see cref="ActionsExcepted"/>.</summary>
    public required IReadOnlyList<Pattern> Actions { get; init; }

    /// <summary>Whether the element was <c>NotAction</c>.</summary>
    public bool ActionsExcepted { get; init; }

    /// <summary>The resources; null in a trust policy, whose resource is the role.</summary>
    public IReadOnlyList<Pattern>? Resources { get; init; }

    /// <summary>Whether the element was <c>NotResource</c>.</summary>
    public bool ResourcesExcepted { get; init; }

    /// <summary>Whom it is for; null in an identity-based policy.</summary>
    public Principals? Principals { get; init; }

    /// <summary>The conditions, all of which must hold.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether the statement speaks about the request.</summary>
    public bool Applies(AccessRequest request, RequestKeys keys) =>
        AppliesToAction(request.Action, keys)
        && AppliesToResource(request.Resource, keys)
        && (Principals is null || Principals.Include(request.Caller, Allows))
        && Conditions.All(condition => condition.Holds(keys));

    private bool AppliesToAction(string action, RequestKeys keys) =>
        ActionsExcepted != Actions.Any(pattern =>
            pattern.Resolve(keys) is { } resolved && Wildcard.IsMatchResolved(resolved, action, ignoreCase: true));

    private bool AppliesToResource(string resource, RequestKeys keys) =>
        Resources is null
        || ResourcesExcepted != Resources.Any(pattern =>
            pattern.Resolve(keys) is { } resolved && Arns.IsResource(resolved, resource));
}
