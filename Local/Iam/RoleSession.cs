namespace Lexicon.Local.Iam;

/// <summary>A session of a role, as its token carries it.</summary>
/// <param name="AccessKeyId">The access key that it belongs to.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Name">The session's name.</param>
/// <param name="Expires">When it is over.</param>
/// <param name="Identity">Whom an identity pool gave it to; null for every other session.</param>
internal sealed record RoleSession(
    string AccessKeyId, string RoleArn, string Name, DateTimeOffset Expires, FederatedIdentity? Identity = null)
{
    /// <summary>Who makes requests with it.</summary>
    public Caller ToCaller() => Caller.Session(RoleArn, Name) with { Identity = Identity };
}
