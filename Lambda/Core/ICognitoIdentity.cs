#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity that invoked the function through an AWS SDK.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity.</summary>
    string IdentityId { get; }

    /// <summary>The identity pool that the identity belongs to.</summary>
    string IdentityPoolId { get; }
}
