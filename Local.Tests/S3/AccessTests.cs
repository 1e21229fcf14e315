using System.Net;
using Amazon.S3;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class AccessTests
{
    private const string Everything = "arn:aws:s3:::bucket/*";

    [Fact]
    public async Task Get_MissingKeyWithoutListBucket_IsAccessDenied()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var reader = storage.ClientOf("Reader", new { Effect = "Allow", Action = "s3:GetObject", Resource = Everything });

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => reader.GetObjectAsync("bucket", "missing"));

        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.Equal("AccessDenied", refusal.ErrorCode);
        Assert.Equal("Access Denied", refusal.Message);
    }

    [Fact]
    public async Task Get_MissingKeyWithListBucket_IsNoSuchKey()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var reader = storage.ClientOf(
            "Reader",
            new { Effect = "Allow", Action = "s3:GetObject", Resource = Everything },
            new { Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::bucket" });

        var refusal = await Assert.ThrowsAsync<Amazon.S3.Model.NoSuchKeyException>(() => reader.GetObjectAsync("bucket", "missing"));

        Assert.Equal("NoSuchKey", refusal.ErrorCode);
    }

    [Theory]
    [InlineData("uploads/missing", "NoSuchKey")]
    [InlineData("images/missing", "AccessDenied")]
    public async Task Get_MissingKeyWithListBucketForAPrefix_IsNoSuchKeyBelowThePrefixAlone(string key, string expected)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var reader = storage.ClientOf(
            "Reader",
            new { Effect = "Allow", Action = "s3:GetObject", Resource = Everything },
            new
            {
                Effect = "Allow",
                Action = "s3:ListBucket",
                Resource = "arn:aws:s3:::bucket",
                Condition = new { StringLike = new Dictionary<string, string> { ["s3:prefix"] = "uploads/*" } },
            });

        var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => reader.GetObjectAsync("bucket", key));

        Assert.Equal(expected, refusal.ErrorCode);
    }

    [Fact]
    public async Task Put_ByARoleThatMayOnlyRead_SaysWhatIsMissing()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var reader = storage.ClientOf("Reader", new { Effect = "Allow", Action = "s3:GetObject", Resource = Everything });

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => reader.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "x" }));

        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.StartsWith(
            "User: arn:aws:sts::123456789012:assumed-role/Reader/test is not authorized to perform: s3:PutObject on resource: "
            + "\"arn:aws:s3:::bucket/key\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_ReadsOnlyWhatThePolicyOpens()
    {
        await using var storage = await RunningS3.WithBucketAsync(new { PublicAccessBlockConfiguration = new { BlockPublicAcls = true } });
        storage.Policy("bucket", new
        {
            Effect = "Allow",
            Principal = "*",
            Action = "s3:GetObject",
            Resource = "arn:aws:s3:::bucket/open/*",
        });
        using var client = storage.Client();
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "open/key", ContentBody = "hello" });
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "closed", ContentBody = "hello" });

        Assert.Equal("hello", await storage.Http.GetStringAsync(new Uri("/bucket/open/key", UriKind.Relative)));
        using var refused = await storage.Http.GetAsync(new Uri("/bucket/closed", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(
            "<Code>AccessDenied</Code><Message>Access Denied</Message>",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RestrictPublicBuckets_KeepsAnonymousOutWhateverThePolicySays()
    {
        await using var storage = await RunningS3.WithBucketAsync(
            new { PublicAccessBlockConfiguration = new { RestrictPublicBuckets = true } });
        storage.Policy("bucket", new { Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = Everything });
        using var client = storage.Client();
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "hello" });

        using var refused = await storage.Http.GetAsync(new Uri("/bucket/key", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task DenyOfInsecureTransport_DoesNotConcernLoopback()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        storage.Policy("bucket", new
        {
            Effect = "Deny",
            Principal = new { AWS = "*" },
            Action = "s3:*",
            Resource = new[] { "arn:aws:s3:::bucket", Everything },
            Condition = new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } },
        });
        using var client = storage.Client();

        var put = await client.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "hello" });

        Assert.Equal(HttpStatusCode.OK, put.HttpStatusCode);
    }

    [Theory]
    [InlineData("123456789012", 200)]
    [InlineData("210987654321", 403)]
    [InlineData("somebody", 400)]
    public async Task ExpectedBucketOwner_IsHeldAgainstTheAccount(string owner, int status)
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var got = await GetAsync(storage, client, "key", ("x-amz-expected-bucket-owner", owner));
        using var copied = await SendAsync(
            storage, client, HttpVerb.PUT, "copy", null, ("x-amz-copy-source", "bucket/key"),
            ("x-amz-source-expected-bucket-owner", owner));

        Assert.Equal(status, (int)got.StatusCode);
        Assert.Equal(status, (int)copied.StatusCode);
    }
}
