using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam.Policies;
using Lexicon.Local.Iam.Usage;

namespace Lexicon.Local.Iam;

/// <summary>
/// The roles of the templates, the sessions and the decisions
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, for one account without organization,
/// boundary or session policies).
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="before">Whose sessions stay valid: functions that run on keep their credentials.</param>
internal sealed class Identities(TimeProvider time, Identities? before = null) : IIdentities, IFederation, IAccessKeys
{
    /// <summary>Access key id and secret of the person at this machine; both are public, as is their use.</summary>
    public const string RootKey = "local";

    private const string IdentityBased = "an identity-based policy";
    private const string ResourceBased = "a resource-based policy";

    private static readonly AccessKey Unknown = new(AccessKeyStanding.Unknown, "", Caller.Anonymous);

    private readonly ConcurrentDictionary<string, Role> _roles = new();
    private readonly ConcurrentDictionary<string, string> _unused = new();
    private readonly ConditionalWeakTable<JsonNode, Policy> _resourcePolicies = [];
    private readonly GrantLedger _ledger = before?._ledger ?? new();
    private readonly RoleSessions _sessions = before?._sessions ?? new(time);

    /// <summary>What each role did, by name.</summary>
    public IReadOnlyList<RoleUse> Uses =>
    [
        .. _roles.Values.OrderBy(role => role.Arn, StringComparer.Ordinal)
            .Select(role => _ledger.Of(role).Because(_unused.GetValueOrDefault(role.Arn))),
    ];

    /// <summary>How many decisions about roles there were.</summary>
    public long Decisions => _ledger.Decisions;

    /// <summary>Says why nobody takes on a role here.</summary>
    public void Explain(string roleArn, string why) => _unused[roleArn] = why;

    /// <summary>Adds a role of the templates.</summary>
    public void Add(Role role) => _roles[role.Arn] = role;

    /// <summary>The role with this ARN, or with this name.</summary>
    public Role? FindRole(string arnOrName) =>
        _roles.GetValueOrDefault(arnOrName) ?? _roles.Values.FirstOrDefault(role => role.Name == arnOrName);

    public Credentials Assume(string roleArn, string sessionName) => _sessions.Issue(roleArn, sessionName).Credentials;

    /// <summary>Credentials that end after a while, as STS's AssumeRole gives them.</summary>
    public (Credentials Credentials, DateTimeOffset Expires) Assume(string roleArn, string sessionName, TimeSpan lifetime) =>
        _sessions.Issue(roleArn, sessionName, lifetime);

    public (Credentials Credentials, DateTimeOffset Expires)? Assume(
        FederatedIdentity identity, string roleArn, string sessionName, TimeSpan lifetime)
    {
        var request = new AccessRequest(Caller.Federated(identity), "sts:AssumeRoleWithWebIdentity", roleArn);
        return FindRole(roleArn)?.Trust.Evaluate(request, new RequestKeys(request, time.GetUtcNow())) == Verdict.Allow
            ? _sessions.Issue(roleArn, sessionName, lifetime, identity)
            : null;
    }

    public AccessKey Find(string accessKeyId, string? sessionToken)
    {
        if (accessKeyId == RootKey)
        {
            return new(sessionToken is null ? AccessKeyStanding.Active : AccessKeyStanding.WrongToken, RootKey, Caller.Root);
        }

        if (sessionToken is null)
        {
            return Unknown;
        }

        return _sessions.Read(sessionToken) is { } session && session.AccessKeyId == accessKeyId
            ? new(
                _sessions.IsOver(session) ? AccessKeyStanding.Expired : AccessKeyStanding.Active,
                _sessions.Secret(accessKeyId),
                session.ToCaller())
            : Unknown with { Standing = AccessKeyStanding.WrongToken };
    }

    public Decision AuthorizeAssumption(Caller caller, string roleArn)
    {
        const string Action = "sts:AssumeRole";
        var request = new AccessRequest(caller, Action, roleArn);
        if (FindRole(roleArn) is not { } role)
        {
            return Decision.DenyImplicitly(request, hasResourcePolicy: true);
        }

        var keys = new RequestKeys(request, time.GetUtcNow());
        return (role.Trust.Evaluate(request, keys), EvaluateIdentity(request, keys).Verdict) switch
        {
            (Verdict.Deny, _) => Decision.DenyExplicitly(request, ResourceBased),
            (_, Verdict.Deny) => Decision.DenyExplicitly(request, IdentityBased),
            (Verdict.Allow, _) => Decision.Allow,
            // A trust policy that names the account leaves it to the account's own policies who of its roles may.
            (_, Verdict.Allow) when TrustsTheAccount(role, request, keys) => Decision.Allow,
            _ => Decision.DenyImplicitly(request, hasResourcePolicy: true),
        };
    }

    public Decision Authorize(AccessRequest request, JsonNode? resourcePolicy = null)
    {
        var (decision, statement) = Decide(request, resourcePolicy);
        _ledger.Add(request, decision, statement);
        Spans.Note(
            decision.Allowed ? "IAM allows" : "IAM denies",
            new("caller", request.Caller.Arn),
            new("action", request.Action),
            new("resource", request.Resource),
            new("statement", statement?.Source),
            new("reason", decision.Message));
        return decision;
    }

    // The statement that decides; null where none does.
    private (Decision Decision, Statement? By) Decide(AccessRequest request, JsonNode? resourcePolicy)
    {
        var keys = new RequestKeys(request, time.GetUtcNow());
        var (identity, own) = EvaluateIdentity(request, keys);
        if (identity == Verdict.Deny)
        {
            return (Decision.DenyExplicitly(request, IdentityBased), own);
        }

        var theirs = resourcePolicy is null ? null : Read(resourcePolicy).Find(request, keys);
        return theirs switch
        {
            { Allows: false } => (Decision.DenyExplicitly(request, ResourceBased), theirs),
            _ when identity == Verdict.Allow || theirs is not null => (Decision.Allow, own ?? theirs),
            _ => (Decision.DenyImplicitly(request, resourcePolicy is not null), null),
        };
    }

    public void Check(JsonNode resourcePolicy, string place) =>
        _resourcePolicies.AddOrUpdate(resourcePolicy, Policy.Read(resourcePolicy, PolicyKind.Resource, place));

    public IPolicy Read(JsonNode? document, string place) => Policy.Read(document, PolicyKind.Identity, place);

    private static bool TrustsTheAccount(Role role, AccessRequest request, RequestKeys keys) =>
        role.Trust.Evaluate(request with { Caller = Caller.Root }, keys) == Verdict.Allow;

    private (Verdict Verdict, Statement? By) EvaluateIdentity(AccessRequest request, RequestKeys keys)
    {
        if (request.Caller.RoleArn is not { } arn)
        {
            return (request.Caller == Caller.Root ? Verdict.Allow : Verdict.None, null);
        }

        Statement? allows = null;
        foreach (var policy in _roles.GetValueOrDefault(arn)?.Policies ?? [])
        {
            switch (policy.Find(request, keys))
            {
                case { Allows: false } denies:
                    return (Verdict.Deny, denies);
                case { } statement:
                    allows ??= statement;
                    break;
            }
        }

        return (allows is null ? Verdict.None : Verdict.Allow, allows);
    }

    // Services hold their policy as one document for all requests, so it is read once.
    private Policy Read(JsonNode document) =>
        _resourcePolicies.GetValue(document, static node => Policy.Read(node, PolicyKind.Resource, "a resource's policy"));
}
