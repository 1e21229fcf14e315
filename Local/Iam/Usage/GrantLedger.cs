using System.Collections.Concurrent;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam.Usage;

/// <summary>
/// Counts what allowed each request of a role, and what was refused. It is bounded: what is new beyond 5,000 kinds is not counted.
/// </summary>
internal sealed class GrantLedger
{
    private const int MostKinds = 5000;

    private readonly ConcurrentDictionary<(string Role, string Statement, string Action, bool IsAhead), long> _allowed = [];
    private readonly ConcurrentDictionary<(string Role, string Action, string Resource), (string Reason, long Count)> _refused = [];
    private long _decisions;

    /// <summary>How many decisions there were.</summary>
    public long Decisions => Interlocked.Read(ref _decisions);

    /// <summary>Counts a decision.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="statement">What allowed it, of the role's own policies; null: something else did.</param>
    public void Add(AccessRequest request, Decision decision, Statement? statement)
    {
        if (request.Caller.RoleArn is not { } role)
        {
            return;
        }

        Interlocked.Increment(ref _decisions);
        if (!decision.Allowed)
        {
            Count(
                _refused,
                (role, request.Action, request.Resource),
                (decision.Message, 1),
                static (_, before) => (before.Reason, before.Count + 1));
        }
        else if (statement is not null)
        {
            Count(_allowed, (role, statement.Source, request.Action, request.Caller.IsAhead), 1, static (_, before) => before + 1);
        }
    }

    /// <summary>What a role did, by what it may.</summary>
    public RoleUse Of(Role role)
    {
        var used = _allowed.Where(one => one.Key.Role == role.Arn).ToList();
        return new(
            role.Arn,
            [
                .. role.Policies.SelectMany(policy => policy.Statements).Where(statement => statement.Allows).SelectMany(statement =>
                    ActionsOf(statement).Select(action => new GrantUse(
                        action,
                        statement.Source,
                        Count(statement, action, isAhead: false),
                        GrantUse.Explain(action),
                        Count(statement, action, isAhead: true)))),
            ],
            [
                .. _refused.Where(one => one.Key.Role == role.Arn)
                    .Select(one => new RefusedUse(one.Key.Action, one.Key.Resource, one.Value.Reason, one.Value.Count)),
            ]);

        long Count(Statement statement, string action, bool isAhead) => used
            .Where(one => one.Key.Statement == statement.Source && one.Key.IsAhead == isAhead)
            .Where(one => Wildcard.IsMatch(action, one.Key.Action, ignoreCase: true))
            .Sum(one => one.Value);
    }

    // Of a statement that excepts actions each one may be meant.
    private static IEnumerable<string> ActionsOf(Statement statement) =>
        statement.ActionsExcepted ? ["*"] : statement.Actions.Select(action => action.Source);

    private static void Count<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> kinds, TKey kind, TValue first, Func<TKey, TValue, TValue> next)
        where TKey : notnull
    {
        if (kinds.ContainsKey(kind) || kinds.Count < MostKinds)
        {
            kinds.AddOrUpdate(kind, first, next);
        }
    }
}
