using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// Signature Version 4, by the person at this machine or with credentials. A second writing of the rules, made from the documentation,
/// so that the runner's own is tested against something else
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal static class Signature
{
    private const string AccessKey = "local";
    private const string Secret = "local";
    private const string Region = "us-east-1";

    /// <summary>Signs one plain POST, whose path needs no encoding, by the person at this machine.</summary>
    public static async Task AddAsync(HttpRequestMessage request, string service)
    {
        const string Signed = "host;x-amz-date";
        var time = Now();
        var address = request.RequestUri!;
        var canonical = $"POST\n{address.AbsolutePath}\n\nhost:{address.Authority}\nx-amz-date:{time}\n\n{Signed}\n"
            + Hash(await request.Content!.ReadAsByteArrayAsync());
        Add(request, AccessKey, Secret, $"{time[..8]}/{Region}/{service}/aws4_request", time, Signed, canonical);
    }

    /// <summary>Adds the headers of a request whose canonical form is known.</summary>
    /// <param name="request">The request.</param>
    /// <param name="accessKey">Whose signature it is.</param>
    /// <param name="secret">The secret of that key.</param>
    /// <param name="scope">Day, Region, service and the word at the end, between slashes.</param>
    /// <param name="time">When, as <see cref="Now"/> has it.</param>
    /// <param name="signed">The names of the signed headers.</param>
    /// <param name="canonical">The canonical request.</param>
    public static void Add(
        HttpRequestMessage request, string accessKey, string secret, string scope, string time, string signed, string canonical)
    {
        var key = scope.Split('/')
            .Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}";
        request.Headers.Add("X-Amz-Date", time);
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={signed}, "
            + $"Signature={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)))}");
    }

    /// <summary>The time as signatures have it.</summary>
    public static string Now() => DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The hash of a text, in hexadecimal.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
