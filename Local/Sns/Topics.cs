using Lexicon.Local.Iam;

namespace Lexicon.Local.Sns;

/// <summary>The topics of the account, by ARN.</summary>
/// <param name="identities">Decides who may what.</param>
/// <param name="before">The topics of the cloud before.</param>
internal sealed class Topics(IIdentities identities, Topics? before = null)
{
    private const string Alarms = "cloudwatch.amazonaws.com";

    private readonly Dictionary<string, Topic> _byArn = [];

    /// <summary>All of them, by name.</summary>
    public IEnumerable<Topic> All => _byArn.Values.OrderBy(topic => topic.Settings.Name, StringComparer.Ordinal);

    /// <summary>Every subscription.</summary>
    public IEnumerable<Subscription> Subscriptions => All.SelectMany(topic => topic.Subscriptions);

    /// <summary>Adds a topic.</summary>
    /// <returns>False when there is one of that name.</returns>
    public bool Add(TopicSettings settings) =>
        _byArn.TryAdd(settings.Arn, new Topic(settings, before?.Find(settings.Arn)));

    /// <summary>The topic with this ARN; null when there is none.</summary>
    public Topic? Find(string arn) => _byArn.GetValueOrDefault(arn);

    /// <summary>
    /// Whether a caller may. A topic without a policy of its own has AWS's default one, which lets alarms publish for the account that owns
    /// it; other services need a policy (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).
    /// </summary>
    public Decision Authorize(AccessRequest request)
    {
        var policy = Find(request.Resource)?.Settings.Policy;
        return request.Caller.ServicePrincipal != Alarms ? identities.Authorize(request, policy)
            : policy is null && Find(request.Resource) is not null ? Decision.Allow
            : identities.Authorize(request with { Context = WithOwner(request.Context) }, policy);
    }

    // Alarms act for the owner; the other services, and the account's own roles, have no such key.
    private static Dictionary<string, IReadOnlyList<string>> WithOwner(IReadOnlyDictionary<string, IReadOnlyList<string>> context) =>
        new(context) { ["aws:SourceOwner"] = [Account.Id] };
}
