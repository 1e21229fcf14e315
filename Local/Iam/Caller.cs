namespace Lexicon.Local.Iam;

/// <summary>Who makes a request to a service: the principal that its signature proved.</summary>
/// <param name="Arn">
/// <c>arn:aws:iam::123456789012:root</c> for the person at this machine,
/// <c>arn:aws:sts::123456789012:assumed-role/ROLE/SESSION</c> for a function, the service's name for a service principal.
/// </param>
/// <param name="RoleArn">The role whose policies decide; null where everything in the account is allowed.</param>
/// <param name="ServicePrincipal">Such as <c>cloudfront.amazonaws.com</c>, when a service calls; else null.</param>
internal sealed record Caller(string Arn, string? RoleArn = null, string? ServicePrincipal = null)
{
    /// <summary>Who assumed the role by way of an identity pool, or asks to; null for everybody else.</summary>
    public FederatedIdentity? Identity { get; init; }

    /// <summary>
    /// Whether a service asks ahead, on behalf of a role, as Lambda does when a function or a mapping is made: nothing is done with what is
    /// allowed.
    /// </summary>
    public bool IsAhead { get; init; }

    /// <summary>The person at this machine: the account itself, allowed everything.</summary>
    public static Caller Root { get; } = new(Account.GlobalArn("iam", "root"));

    /// <summary>Nobody: a request without a signature.</summary>
    public static Caller Anonymous { get; } = new("*");

    /// <summary>An AWS service that acts on its own, such as CloudFront fetching from a bucket.</summary>
    public static Caller Service(string principal) => new(principal, ServicePrincipal: principal);

    /// <summary>Somebody whom an identity pool vouches for, before they have a role.</summary>
    public static Caller Federated(FederatedIdentity identity) => new(identity.IdentityId) { Identity = identity };

    /// <summary>A session of a role.</summary>
    public static Caller Session(string roleArn, string name) =>
        new($"arn:aws:sts::{Account.Id}:assumed-role/{roleArn[(roleArn.LastIndexOf('/') + 1)..]}/{name}", roleArn);

    /// <summary>The unique id (<c>aws:userid</c>): the account's for root, <c>ROLEID:SESSION</c> for a session.</summary>
    public string UserId => RoleArn is null ? Account.Id : $"{Role.IdOf(RoleArn)}:{Arn[(Arn.LastIndexOf('/') + 1)..]}";
}
