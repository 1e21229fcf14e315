using System.Globalization;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// Signs requests to services with credentials of a role
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal sealed class AwsRequestSigner(TimeProvider time)
{
    /// <summary>The request with its signature.</summary>
    /// <param name="call">The request, its address encoded as it is sent.</param>
    /// <param name="service">The service in the signature.</param>
    /// <param name="credentials">Who signs.</param>
    public HttpCall Sign(HttpCall call, string service, Credentials credentials)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = new CredentialScope(stamp[..8], Account.Region, service);
        var hash = Signer.Hash(call.Body.Span);
        List<KeyValuePair<string, string>> headers =
        [
            .. call.Headers,
            new("X-Amz-Date", stamp),
            new("X-Amz-Security-Token", credentials.SessionToken),
            new("X-Amz-Content-Sha256", hash),
        ];
        var signed = headers
            .Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            .GroupBy(header => header.Key.ToLowerInvariant(), header => header.Value.Trim())
            .Append(new[] { call.Host ?? call.Address.Authority }.GroupBy(_ => "host").Single())
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .ToList();
        var names = string.Join(';', signed.Select(header => header.Key));
        var (path, query) = Target(call.Address);
        var canonical = string.Join(
            '\n',
            call.Method,
            service == "s3" ? UriEncoding.PathOnce(path) : UriEncoding.PathTwice(path),
            UriEncoding.Query(query),
            string.Concat(signed.Select(header => $"{header.Key}:{string.Join(',', header)}\n")),
            names,
            hash);
        var signer = new Signer(credentials.SecretAccessKey, scope, stamp);
        var signature = signer.Sign(signer.StringToSign(canonical));
        return call with
        {
            Headers =
            [
                .. headers,
                new(
                    "Authorization",
                    $"AWS4-HMAC-SHA256 Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}"),
            ],
        };
    }

    private static (string Path, string Query) Target(Uri address)
    {
        var target = address.PathAndQuery.Split('?', 2);
        return (target[0], target.Length is 2 ? target[1] : "");
    }
}
