using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// Finds the signature in a request (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html and
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
/// </summary>
internal static class SignatureReader
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const int LongestValidity = 604800;

    /// <summary>The signature of a request; null when it has none.</summary>
    /// <exception cref="SignatureException">A part of it is missing or malformed.</exception>
    public static Signature? Read(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            if (request.Query["X-Amz-Algorithm"] == Algorithm && header.Contains("/s3/", StringComparison.Ordinal))
            {
                throw new SignatureException(SignatureFault.Two);
            }

            return FromHeader(request, header[Algorithm.Length..]);
        }

        if (request.Query["X-Amz-Algorithm"] == Algorithm)
        {
            try
            {
                return FromQuery(request.Query);
            }
            catch (SignatureException problem) when (problem.Fault == SignatureFault.Incomplete)
            {
                throw new SignatureException(SignatureFault.IncompleteQuery, problem.Detail);
            }
        }

        return IsOutdated(request) ? throw new SignatureException(SignatureFault.Outdated) : null;
    }

    // Signature Version 2 of S3, in the header or in the query
    // (https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html).
    private static bool IsOutdated(HttpRequest request) =>
        (request.Headers.Authorization is [{ } header] && header.StartsWith("AWS ", StringComparison.Ordinal))
        || (request.Query.ContainsKey("AWSAccessKeyId") && request.Query.ContainsKey("Signature") && request.Query.ContainsKey("Expires"));

    private static Signature FromHeader(HttpRequest request, string header)
    {
        var parts = new Dictionary<string, string>();
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parts[part[..equals]] = part[(equals + 1)..];
            }
        }

        var (keyId, scope) = ReadCredential(Required(parts, "Credential"));
        var stamp = request.Headers["x-amz-date"].ToString();
        return new Signature
        {
            AccessKeyId = keyId,
            Scope = scope,
            SignedHeaders = Required(parts, "SignedHeaders").ToLowerInvariant().Split(';'),
            Value = Required(parts, "Signature"),
            Timestamp = stamp.Length > 0 ? stamp : FromDate(request.Headers.Date.ToString()),
            Time = stamp.Length > 0 ? ReadTime(stamp) : ReadTime(FromDate(request.Headers.Date.ToString())),
            SessionToken = request.Headers["x-amz-security-token"] is [{ } token] ? token : null,
        };
    }

    private static Signature FromQuery(IQueryCollection query)
    {
        string Parameter(string name) => query[name] is [{ Length: > 0 } value]
            ? value
            : throw Incomplete($"Query-string authentication requires the {name} parameter.");

        var (keyId, scope) = ReadCredential(Parameter("X-Amz-Credential"));
        var stamp = Parameter("X-Amz-Date");
        return new Signature
        {
            AccessKeyId = keyId,
            Scope = scope,
            SignedHeaders = Parameter("X-Amz-SignedHeaders").ToLowerInvariant().Split(';'),
            Value = Parameter("X-Amz-Signature"),
            Timestamp = stamp,
            Time = ReadTime(stamp),
            SessionToken = query["X-Amz-Security-Token"] is [{ } token] ? token : null,
            ValidFor = ReadValidity(Parameter("X-Amz-Expires")),
        };
    }

    private static TimeSpan ReadValidity(string expires) =>
        int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestValidity
            ? TimeSpan.FromSeconds(seconds)
            : throw Incomplete(
                "X-Amz-Expires must be less than a week (in seconds); "
                + "that is, the given X-Amz-Expires must be less than 604800 seconds");

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.GetValueOrDefault(name) ?? throw Incomplete($"Authorization header requires '{name}' parameter.");

    private static (string KeyId, CredentialScope Scope) ReadCredential(string credential) =>
        credential.Split('/') is [var keyId, { Length: 8 } date, var region, var service, "aws4_request"]
            && keyId.Length > 0 && region.Length > 0 && service.Length > 0
            ? (keyId, new CredentialScope(date, region, service))
            : throw Incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term");

    private static DateTimeOffset ReadTime(string stamp) =>
        DateTimeOffset.TryParseExact(
            stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Incomplete("Date must be in ISO-8601 'basic format' (yyyyMMdd'T'HHmmss'Z'), in 'X-Amz-Date' or 'Date'");

    private static SignatureException Incomplete(string detail) => new(SignatureFault.Incomplete, detail);

    private static string FromDate(string date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
            : "";
}
