namespace Lexicon.Local.Cognito;

/// <summary>The user pools, as whoever checks their tokens sees them.</summary>
internal interface IUserPools
{
    /// <summary>The pool with this ARN, or null.</summary>
    UserPool? Find(string arn);

    /// <summary>The pool with this provider name (<c>ProviderName</c>: its issuer without the scheme), or null.</summary>
    UserPool? FindByProviderName(string name);
}
