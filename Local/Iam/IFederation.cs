namespace Lexicon.Local.Iam;

/// <summary>Roles for those whom an identity pool vouches for.</summary>
internal interface IFederation
{
    /// <summary>
    /// Credentials of a role (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html); null where the
    /// role's trust policy does not let the identity assume it.
    /// </summary>
    (Credentials Credentials, DateTimeOffset Expires)? Assume(
        FederatedIdentity identity, string roleArn, string sessionName, TimeSpan lifetime);
}
