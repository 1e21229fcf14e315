using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Cognito identity that called; nothing is known of a caller that has none.</summary>
internal sealed record CognitoIdentity(string? IdentityId = null, string? IdentityPoolId = null) : ICognitoIdentity;
