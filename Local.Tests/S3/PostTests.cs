using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lexicon.Local.Tests.S3;

public sealed class PostTests
{
    private static readonly object[] Conditions =
    [
        new { bucket = "bucket" },
        new[] { "starts-with", "$key", "images/" },
        new[] { "starts-with", "$Content-Type", "image/" },
        new object[] { "content-length-range", 1, 10 },
        new { success_action_status = "201" },
    ];

    [Fact]
    public async Task Post_WithinItsPolicy_StoresTheFileAndAnswers201()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        using var response = await PostAsync(storage, Conditions, "hello");
        using var got = await client.GetObjectAsync("bucket", "images/photo.png");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>https://bucket.s3.us-east-1.amazonaws.com/images%2Fphoto.png</Location>"
            + "<Bucket>bucket</Bucket><Key>images/photo.png</Key><ETag>\"5d41402abc4b2a76b9719d911017c592\"</ETag></PostResponse>",
            await response.Content.ReadAsStringAsync());
        Assert.Equal("image/png", got.Headers.ContentType);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
    }

    [Theory]
    [InlineData("", 400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")]
    [InlineData("12345678901", 400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")]
    public async Task Post_SizeOutsideTheRange_IsRefused(string content, int status, string code, string message)
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, content);

        await AssertRefusedAsync(response, status, code, message);
        await AssertEmptyAsync(storage);
    }

    [Theory]
    [InlineData("Content-Type", "text/html", "Policy Condition failed: [\"starts-with\", \"$Content-Type\", \"image/\"]")]
    [InlineData("key", "elsewhere", "Policy Condition failed: [\"starts-with\", \"$key\", \"images/\"]")]
    [InlineData("success_action_status", "200", "Policy Condition failed: [\"eq\", \"$success_action_status\", \"201\"]")]
    [InlineData("x-amz-meta-extra", "1", "Extra input fields: x-amz-meta-extra")]
    public async Task Post_FieldOutsideThePolicy_IsAccessDenied(string name, string value, string why)
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields[name] = value);

        await AssertRefusedAsync(response, 403, "AccessDenied", $"Invalid according to Policy: {why}");
        await AssertEmptyAsync(storage);
    }

    [Fact]
    public async Task Post_AfterThePolicysExpiration_IsAccessDenied()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", expiration: DateTime.UtcNow.AddMinutes(-1));

        await AssertRefusedAsync(response, 403, "AccessDenied", "Invalid according to Policy: Policy expired.");
    }

    [Fact]
    public async Task Post_WithAChangedPolicy_IsSignatureDoesNotMatch()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields["policy"] += "AAAA");

        await AssertRefusedAsync(
            response, 403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.");
    }

    [Fact]
    public async Task Post_WithoutPolicy_IsAnonymous()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var form = new MultipartFormDataContent { { new StringContent("key"), "\"key\"" }, { new StringContent("x"), "\"file\"", "a" } };

        using var response = await storage.Http.PostAsync(new Uri("/bucket", UriKind.Relative), form);

        await AssertRefusedAsync(response, 403, "AccessDenied", "Access Denied");
    }

    [Fact]
    public async Task Post_ThatIsNoForm_IsRefused()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await storage.Http.PostAsync(new Uri("/bucket", UriKind.Relative), new StringContent("x"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Theory]
    [InlineData("a/b.png")]
    [InlineData("C:\\photos\\b.png")]
    public async Task Post_OfAFileWithAPath_FillsItsLastPartIntoEveryField(string path)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        object[] conditions = [.. Conditions, new[] { "eq", "$x-amz-meta-name", "the b.png" }];

        using var response = await PostAsync(
            storage, conditions, "hello", fields => fields["x-amz-meta-name"] = "the ${filename}", fileName: path);
        using var got = await client.GetObjectAsync("bucket", "images/b.png");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("the b.png", got.Metadata["x-amz-meta-name"]);
    }

    [Fact]
    public async Task Post_OfAFileWithoutAName_KeepsTheVariable()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fileName: null);

        Assert.Contains("<Key>images/${filename}</Key>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/jpg,image/png, image/gif", 201)]
    [InlineData("image/jpg,text/html", 403)]
    public async Task Post_WithSeveralContentTypes_NeedsEachToBeginAsThePolicySays(string types, int status)
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields["Content-Type"] = types);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Post_WithAnEmptyKey_IsRefused()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields["key"] = "");

        await AssertRefusedAsync(response, 400, "InvalidArgument", "User key must have a length greater than 0.");
        await AssertEmptyAsync(storage);
    }

    [Fact]
    public async Task Post_ThatEndsInTheMiddleOfTheFile_IsMalformed()
    {
        await using var storage = await Storage.WithBucketAsync(new { PublicAccessBlockConfiguration = new { BlockPublicPolicy = false } });
        storage.Policy("bucket", new { Effect = "Allow", Principal = "*", Action = "s3:PutObject", Resource = "arn:aws:s3:::bucket/*" });
        const string Body =
            "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nhalf of it";
        using var content = new StringContent(Body);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };

        using var response = await storage.Http.PostAsync(new Uri("/bucket", UriKind.Relative), content);

        await AssertRefusedAsync(
            response, 400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
        await AssertEmptyAsync(storage);
    }

    [Theory]
    [InlineData("""{ "bucket": "bucket", "acl": "private" }""", 400, "InvalidPolicyDocument", "Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.")]
    [InlineData("""{ "Content-Length": 7 }""", 400, "InvalidPolicyDocument", "Invalid Policy: Invalid Simple-Condition: value must be a string.")]
    [InlineData("""["eq", "key", "images/photo.png"]""", 403, "AccessDenied", "Invalid according to Policy: Policy Condition failed: [\"eq\", \"key\", \"images/photo.png\"]")]
    [InlineData("""["content-length-range", "test", "10"]""", 403, "AccessDenied", "Invalid according to Policy: Policy Condition failed: [\"content-length-range\", \"test\", \"10\"]")]
    [InlineData("""["content-length-range", -1, 10]""", 400, "InvalidPolicyDocument", "Invalid Policy: Invalid JSON.")]
    public async Task Post_WithAConditionThatCannotBe_IsRefused(string condition, int status, string code, string message)
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, [.. Conditions, JsonSerializer.Deserialize<JsonElement>(condition)], "hello");

        await AssertRefusedAsync(response, status, code, message);
    }

    [Fact]
    public async Task Post_WithTheLargestRangeThereIs_StoresTheFile()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, [.. Conditions, new object[] { "content-length-range", 0, long.MaxValue }], "hello");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task Post_OfTooLargeAFile_TellsItsSize()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, new string('x', 100_000));

        Assert.Contains(
            "<ProposedSize>100000</ProposedSize><MaxSizeAllowed>10</MaxSizeAllowed>",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/done?a=1", 303)]
    [InlineData("/done", 201)]
    [InlineData("https://example.com/\r\ndone", 201)]
    public async Task Post_WithARedirect_FollowsAnAddressOnly(string redirect, int status)
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(
            storage, [.. Conditions, new[] { "starts-with", "$success_action_redirect", "" }], "hello",
            fields => fields["success_action_redirect"] = redirect);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(
            status == 303
                ? "https://example.com/done?a=1&bucket=bucket&key=images%2Fphoto.png&etag=%225d41402abc4b2a76b9719d911017c592%22"
                : "https://bucket.s3.us-east-1.amazonaws.com/images%2Fphoto.png",
            response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("ÄMÄZÕÑ S3", "=?UTF-8?Q?=C3=84M=C3=84Z=C3=95=C3=91_S3?=")]
    [InlineData("a=b?", "a=b?")]
    [InlineData("\u0001\u0002", "=?UTF-8?B?AQI=?=")]
    public async Task Post_WithMetadataThatNoHeaderCanHold_IsGivenBackEncoded(string value, string given)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        using var response = await PostAsync(
            storage, [.. Conditions, new[] { "starts-with", "$x-amz-meta-name", "" }], "hello",
            fields =>
            {
                fields["x-amz-meta-name"] = value;
                fields["Content-Type"] = "image/png; name=\u2014";
            });
        using var got = await client.GetObjectAsync("bucket", "images/photo.png");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(given, got.Metadata["x-amz-meta-name"]);
        Assert.StartsWith("image/png", got.Headers.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhosePolicyNobodySigned_IsAnonymous()
    {
        await using var storage = await Storage.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields =>
        {
            foreach (var name in fields.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).ToList())
            {
                fields.Remove(name);
            }
        });

        await AssertRefusedAsync(response, 403, "AccessDenied", "Access Denied");
    }

    private static Task<HttpResponseMessage> PostAsync(
        Storage storage,
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

    private static string Sign(string policy, string date)
    {
        var key = ((string[])[date, "us-east-1", "s3", "aws4_request"]).Aggregate(
            Encoding.UTF8.GetBytes("AWS4local"), (current, part) => HMACSHA256.HashData(current, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(policy)));
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, int status, string code, string message)
    {
        var body = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.Equal((status, code, message), ((int)response.StatusCode, body.Element("Code")!.Value, body.Element("Message")!.Value));
    }

    private static async Task AssertEmptyAsync(Storage storage)
    {
        using var client = storage.Client();
        Assert.Equal(0, (await client.ListObjectsV2Async(new() { BucketName = "bucket" })).KeyCount);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "incoming")));
    }
}
