namespace Lexicon.Local.Cognito;

/// <summary>A provisioned user pool.</summary>
/// <param name="Id">Such as <c>us-east-1_AbCdEfGhI</c>.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Issuer">
/// The <c>iss</c> of its tokens: on AWS <c>https://cognito-idp.REGION.amazonaws.com/ID</c>, here the <c>aws</c> endpoint
/// with the id; <c>/.well-known/openid-configuration</c> and <c>/.well-known/jwks.json</c> are below it.
/// </param>
/// <param name="KeysAsync">The JSON Web Key Set that signs its tokens now (RFC 7517).</param>
internal sealed record UserPool(string Id, string Arn, Uri Issuer, Func<CancellationToken, Task<string>> KeysAsync);
