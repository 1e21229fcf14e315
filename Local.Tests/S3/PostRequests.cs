using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lexicon.Local.Tests.S3;

/// <summary>Forms that the person at this machine signs to post a file into <c>bucket</c>, and what becomes of them.</summary>
internal static class PostRequests
{
    /// <summary>What the policy asks; a test may add to it.</summary>
    public static readonly object[] Conditions =
    [
        new { bucket = "bucket" },
        new[] { "starts-with", "$key", "images/" },
        new[] { "starts-with", "$Content-Type", "image/" },
        new object[] { "content-length-range", 1, 10 },
        new { success_action_status = "201" },
    ];

    /// <summary>Posts a file with a form that is signed and then, perhaps, changed.</summary>
    public static Task<HttpResponseMessage> PostAsync(
        RunningS3 storage,
        object[] conditions,
        string content,
        Action<Dictionary<string, string>>? change = null,
        DateTime? expiration = null,
        string? fileName = "photo.png")
    {
        var now = DateTime.UtcNow;
        var date = now.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, string>
        {
            ["key"] = "images/${filename}",
            ["Content-Type"] = "image/png",
            ["success_action_status"] = "201",
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256",
            ["x-amz-credential"] = $"local/{date}/us-east-1/s3/aws4_request",
            ["x-amz-date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        };
        var own = fields.Where(field => field.Key.StartsWith("x-amz-", StringComparison.Ordinal))
            .Select(field => (object)new Dictionary<string, string> { [field.Key] = field.Value });
        var policy = JsonSerializer.Serialize(new
        {
            expiration = expiration ?? now.AddMinutes(5),
            conditions = conditions.Concat(own),
        });
        fields["policy"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(policy));
        fields["x-amz-signature"] = Sign(fields["policy"], date);
        change?.Invoke(fields);
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        if (fileName is null)
        {
            form.Add(file, "\"file\"");
        }
        else
        {
            form.Add(file, "\"file\"", $"\"{fileName}\"");
        }

        return storage.Http.PostAsync(new Uri("/bucket", UriKind.Relative), form);
    }

    public static async Task AssertRefusedAsync(HttpResponseMessage response, int status, string code, string message)
    {
        var body = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.Equal((status, code, message), ((int)response.StatusCode, body.Element("Code")!.Value, body.Element("Message")!.Value));
    }

    /// <summary>Nothing is in the bucket, nor on its way there.</summary>
    public static async Task AssertEmptyAsync(RunningS3 storage)
    {
        using var client = storage.Client();
        Assert.Equal(0, (await client.ListObjectsV2Async(new() { BucketName = "bucket" })).KeyCount);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "incoming")));
    }

    private static string Sign(string policy, string date)
    {
        var key = ((string[])[date, "us-east-1", "s3", "aws4_request"]).Aggregate(
            Encoding.UTF8.GetBytes("AWS4local"), (current, part) => HMACSHA256.HashData(current, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(policy)));
    }
}
