using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Lexicon.Functions.Live;

/// <summary>
/// The management API of the WebSocket API
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html), signed by the
/// SDK's own signer.
/// </summary>
/// <param name="endpoint">The API's address with its stage.</param>
/// <param name="region">Its Region.</param>
/// <param name="credentials">Who sends.</param>
/// <param name="client">Sends requests.</param>
/// <param name="time">The time.</param>
internal sealed class ManagementApi(
    Uri endpoint, string region, AWSCredentials credentials, HttpClient client, TimeProvider time) : IConnectionSender
{
    private const string Service = "execute-api";

    /// <summary>Of the environment that the function runs in.</summary>
    public static ManagementApi FromEnvironment() => new(
        new(Environment.GetEnvironmentVariable("LIVE_ENDPOINT")
            ?? throw new InvalidOperationException("The environment variable LIVE_ENDPOINT is missing.")),
        Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1",
        new EnvironmentVariablesAWSCredentials(),
        new HttpClient { Timeout = TimeSpan.FromSeconds(4) },
        TimeProvider.System);

    public async Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        using var request = Sign(connectionId, message, await credentials.GetCredentialsAsync());
        using var response = await client.SendAsync(request, cancellation);
        if (response.StatusCode is HttpStatusCode.Gone)
        {
            return false;
        }

        return response.IsSuccessStatusCode
            ? true
            : throw new HttpRequestException($"The management API answered {(int)response.StatusCode}.", null, response.StatusCode);
    }

    private HttpRequestMessage Sign(string connectionId, ReadOnlyMemory<byte> message, ImmutableCredentials signer)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var stamp = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var path = $"{endpoint.AbsolutePath.TrimEnd('/')}/%40connections/{Uri.EscapeDataString(connectionId)}";
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = endpoint.Authority,
            ["x-amz-date"] = stamp,
        };
        if (signer.UseToken)
        {
            headers["x-amz-security-token"] = signer.Token;
        }

        // A path is encoded once more to be signed:
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
        var names = string.Join(';', headers.Keys);
        var canonical = string.Join(
            '\n',
            [
                "POST", path.Replace("%", "%25", StringComparison.Ordinal), "",
                .. headers.Select(header => $"{header.Key}:{header.Value}"), "", names,
                Convert.ToHexStringLower(SHA256.HashData(message.Span)),
            ]);
        var signature = AWS4Signer.ComputeSignature(
            signer.AccessKey, signer.SecretKey, region, now, Service, names, canonical);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, path)) { Content = new ReadOnlyMemoryContent(message) };
        foreach (var (name, value) in headers.Where(header => header.Key != "host"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        return request;
    }
}
