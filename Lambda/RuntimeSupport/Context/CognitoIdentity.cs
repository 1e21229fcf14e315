using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Cognito identity that called.</summary>
internal sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity;
