using System.Globalization;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// Proves who made a request: key, token, clock, signature, body, in this order
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html).
/// </summary>
internal sealed class SignatureVerifier(IAccessKeys keys, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan S3Skew = TimeSpan.FromMinutes(15);

    /// <summary>Verifies the signature of a request and puts in place of its body one that is checked against it.</summary>
    /// <exception cref="SignatureException">The request is not what its signature says.</exception>
    public async Task<Caller> VerifyAsync(HttpRequest request, Signature signature)
    {
        var key = keys.Find(signature.AccessKeyId, signature.SessionToken);
        switch (key.Standing)
        {
            case AccessKeyStanding.Unknown:
                throw new SignatureException(SignatureFault.UnknownKey, signature.AccessKeyId);
            case AccessKeyStanding.WrongToken:
                throw new SignatureException(SignatureFault.WrongToken);
            case AccessKeyStanding.Expired:
                throw new SignatureException(SignatureFault.ExpiredToken);
        }

        CheckRegion(signature);
        CheckTime(signature);
        CheckSignedHeaders(request, signature);
        var payload = await SignedPayload.OpenAsync(request, signature);
        var signer = new Signer(key.Secret, signature.Scope, signature.Timestamp);
        var canonical = CanonicalRequest.Build(request, signature, payload.Hash);
        var toSign = signer.StringToSign(canonical);
        if (!signer.IsSignedBy(toSign, signature.Value))
        {
            throw new SignatureException(SignatureFault.Mismatch)
            {
                Expected = new Expectation(signature.AccessKeyId, canonical, toSign, signature.Value),
            };
        }

        payload.Check(request, signature, signer);
        return key.Caller;
    }

    private static void CheckRegion(Signature signature)
    {
        if (signature.Scope is { Service: "s3", Region: not Account.Region and var region })
        {
            var where = signature.IsPresigned
                ? "Error parsing the X-Amz-Credential parameter"
                : "The authorization header is malformed";
            throw new SignatureException(
                signature.IsPresigned ? SignatureFault.IncompleteQuery : SignatureFault.WrongRegion,
                $"{where}; the region '{region}' is wrong; expecting '{Account.Region}'");
        }
    }

    private void CheckTime(Signature signature)
    {
        var now = time.GetUtcNow();
        var skew = signature.Scope.Service == "s3" ? S3Skew : Skew;
        if (!signature.Timestamp.StartsWith(signature.Scope.Date, StringComparison.Ordinal))
        {
            throw new SignatureException(
                SignatureFault.Mismatch,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{signature.Scope.Date}' != '{signature.Timestamp[..8]}', from '{signature.Timestamp}'.");
        }

        if (signature.Time > now + skew)
        {
            throw new SignatureException(
                SignatureFault.Skewed,
                $"Signature not yet current: {signature.Timestamp} is still later than {Stamp(now + skew)} "
                + $"({Stamp(now)} + {skew.Minutes} min.)");
        }

        if (signature.ValidFor is { } valid)
        {
            if (now > signature.Time + valid)
            {
                throw new SignatureException(
                    SignatureFault.ExpiredUrl,
                    $"Signature expired: {Stamp(signature.Time + valid)} is now earlier than {Stamp(now)}");
            }
        }
        else if (signature.Time < now - skew)
        {
            throw new SignatureException(
                SignatureFault.Skewed,
                $"Signature expired: {signature.Timestamp} is now earlier than {Stamp(now - skew)} "
                + $"({Stamp(now)} - {skew.Minutes} min.)");
        }
    }

    // The host must be signed everywhere, and to S3 every x-amz header too: who could change one could change the request.
    private static void CheckSignedHeaders(HttpRequest request, Signature signature)
    {
        if (!signature.SignedHeaders.Contains("host"))
        {
            throw new SignatureException(
                SignatureFault.Incomplete, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        if (signature.Scope.Service != "s3")
        {
            return;
        }

        foreach (var name in request.Headers.Keys)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
                && !signature.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !(signature.IsPresigned && name.Equals("x-amz-content-sha256", StringComparison.OrdinalIgnoreCase)))
            {
                throw new SignatureException(SignatureFault.UnsignedHeader, name.ToLowerInvariant());
            }
        }
    }

    private static string Stamp(DateTimeOffset moment) =>
        moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
