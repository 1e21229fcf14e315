using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// Signature Version 4 for one plain POST to "/", by the person at this machine. A second writing of the rules, made from
/// the documentation, so that the runner's own is tested against something else
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal static class Signature
{
    private const string AccessKey = "local";
    private const string Secret = "local";
    private const string Region = "us-east-1";

    public static async Task AddAsync(HttpRequestMessage request, string service)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{Region}/{service}/aws4_request";
        var payload = Hex(SHA256.HashData(await request.Content!.ReadAsByteArrayAsync()));
        var canonical = $"POST\n/\n\nhost:{request.RequestUri!.Authority}\nx-amz-date:{time}\n\nhost;x-amz-date\n{payload}";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = new[] { time[..8], Region, service, "aws4_request" }
            .Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        request.Headers.Add("X-Amz-Date", time);
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKey}/{scope}, SignedHeaders=host;x-amz-date, "
            + $"Signature={Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)))}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
