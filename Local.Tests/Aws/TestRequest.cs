using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Lexicon.Local.Aws.Signatures;

namespace Lexicon.Local.Tests.Aws;

/// <summary>A request that signs itself, independently of how the endpoint reads it.</summary>
internal sealed record TestRequest(Uri Address, string Service, DateTimeOffset Time)
{
    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/";

    /// <summary>The path as it is signed, where that is another one than is sent.</summary>
    public string? SignedPath { get; init; }

    /// <summary>The query string, sorted and encoded as it is signed, without its question mark.</summary>
    public string Query { get; init; } = "";

    public string Body { get; init; } = "body";

    public string KeyId { get; init; } = "local";

    public string Secret { get; init; } = "local";

    public string? Token { get; init; }

    public string? PayloadHash { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];

    public string ContentType { get; init; } = "application/x-amz-json-1.0";

    /// <summary>Headers that are sent but not signed.</summary>
    public Dictionary<string, string> Unsigned { get; init; } = [];

    public HttpRequestMessage Sign()
    {
        var stamp = Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = new CredentialScope(stamp[..8], "us-east-1", Service);
        var headers = new SortedDictionary<string, string>(
            Headers, StringComparer.Ordinal)
        { ["host"] = Address.Authority, ["x-amz-date"] = stamp };
        if (Token is not null)
        {
            headers["x-amz-security-token"] = Token;
        }

        if (Service == "s3")
        {
            headers["x-amz-content-sha256"] = Hash;
        }

        var names = string.Join(';', headers.Keys);
        var lines = string.Concat(headers.Select(static header => $"{header.Key}:{header.Value}\n"));
        var signer = new Signer(Secret, scope, stamp);
        var signature = signer.Sign(signer.StringToSign($"{Method}\n{SignedPath ?? Path}\n{Query}\n{lines}\n{names}\n{Hash}"));
        var request = Plain(Query.Length == 0 ? Path : $"{Path}?{Query}");
        foreach (var (name, value) in headers.Where(static header => header.Key != "host"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={KeyId}/{scope}, SignedHeaders={names}, Signature={signature}");
        return request;
    }

    public HttpRequestMessage Presign(int seconds)
    {
        var stamp = Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = new CredentialScope(stamp[..8], "us-east-1", Service);
        var query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString($"{KeyId}/{scope}")}"
            + $"&X-Amz-Date={stamp}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host";
        var signer = new Signer(Secret, scope, stamp);
        var signature = signer.Sign(signer.StringToSign($"{Method}\n{Path}\n{query}\nhost:{Address.Authority}\n\nhost\nUNSIGNED-PAYLOAD"));
        return Plain($"{Path}?{query}&X-Amz-Signature={signature}");
    }

    public HttpRequestMessage Plain(string target)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, target));
        if (Method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        foreach (var (name, value) in Unsigned)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private string Hash => PayloadHash ?? (Method == "GET" ? Signer.EmptyHash : Signer.Hash(Encoding.UTF8.GetBytes(Body)));
}
