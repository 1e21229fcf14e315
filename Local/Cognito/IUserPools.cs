namespace Lexicon.Local.Cognito;

/// <summary>The user pools, as an authorizer sees them.</summary>
internal interface IUserPools
{
    /// <summary>The pool with this ARN, or null.</summary>
    UserPool? Find(string arn);
}
