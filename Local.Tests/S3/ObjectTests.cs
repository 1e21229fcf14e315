using System.Globalization;
using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace Lexicon.Local.Tests.S3;

public sealed class ObjectTests
{
    [Fact]
    public async Task Put_ThenGet_AnswersContentTypeMetadataAndTheMd5AsETag()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        var request = new PutObjectRequest
        {
            BucketName = "bucket",
            Key = "a folder/é+%2F?.txt",
            ContentBody = "hello",
            ContentType = "text/plain; charset=utf-8",
        };
        request.Headers.CacheControl = "max-age=60";
        request.Headers.ContentEncoding = "identity";
        request.Metadata["Colour"] = "blue";

        var put = await client.PutObjectAsync(request);
        using var got = await client.GetObjectAsync("bucket", request.Key);

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put.ETag);
        Assert.Equal(put.ETag, got.ETag);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
        Assert.Equal("text/plain; charset=utf-8", got.Headers.ContentType);
        Assert.Equal("max-age=60", got.Headers.CacheControl);
        Assert.Equal("identity", got.Headers.ContentEncoding);
        Assert.Equal("blue", got.Metadata["x-amz-meta-colour"]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../escape")]
    [InlineData("a//b/")]
    [InlineData("\u0001\u001f")]
    [InlineData("日本語/🙂")]
    [InlineData("con")]
    public async Task Put_HostileKey_IsAnObjectLikeAnyOther(string key)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        // The SDK's own address would be normalized on its way, so the URL is signed and sent as it is.
        var url = await client.GetPreSignedURLAsync(new() { BucketName = "bucket", Key = key, Verb = HttpVerb.PUT, Expires = DateTime.UtcNow.AddMinutes(1), Protocol = Protocol.HTTP });
        using var put = await storage.Http.PutAsync(Raw(url), new StringContent("x"));
        var listed = await client.ListObjectsV2Async(new() { BucketName = "bucket", Encoding = EncodingType.Url });

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(key, Uri.UnescapeDataString(Assert.Single(listed.S3Objects).Key));
        Assert.All(
            Directory.EnumerateFiles(storage.Data, "*", SearchOption.AllDirectories),
            path => Assert.StartsWith(Path.Combine(storage.Data, "s3", "bucket"), path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Put_OverwritesAndLeavesOneFileOfContent()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        await PutAsync(client, "key", "one");
        await PutAsync(client, "key", "two");

        Assert.Equal("two", await ReadAsync(client, "key"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "objects")).Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "incoming")));
    }

    [Theory]
    [InlineData("bytes=0-1", "he", "bytes 0-1/5")]
    [InlineData("bytes=3-", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-2", "lo", "bytes 3-4/5")]
    [InlineData("bytes=1-99", "ello", "bytes 1-4/5")]
    public async Task Get_Range_AnswersThePart(string range, string expected, string contentRange)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task Get_RangeBehindTheEnd_Is416WithTheSize()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", ("Range", "bytes=5-"));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Contains(
            "<Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message><RangeRequested>bytes=5-</RangeRequested>"
            + "<ActualObjectSize>5</ActualObjectSize>",
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("If-None-Match", "\"5d41402abc4b2a76b9719d911017c592\"", 304)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-Match", "\"5d41402abc4b2a76b9719d911017c592\"", 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", 304)]
    [InlineData("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 200)]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 412)]
    [InlineData("If-Unmodified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", 200)]
    public async Task Get_Condition_DecidesTheStatus(string name, string value, int status)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var response = await GetAsync(storage, client, "key", (name, value));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? "hello" : "", status == 412 ? "" : await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_ResponseOverrides_ReplaceHeaders()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        using var got = await client.GetObjectAsync(new GetObjectRequest
        {
            BucketName = "bucket",
            Key = "key",
            ResponseHeaderOverrides = new() { ContentType = "text/csv", ContentDisposition = "attachment" },
        });

        Assert.Equal("text/csv", got.Headers.ContentType);
        Assert.Equal("attachment", got.Headers.ContentDisposition);
    }

    [Fact]
    public async Task Head_AnswersLengthWithoutBody()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        var head = await client.GetObjectMetadataAsync("bucket", "key");

        Assert.Equal(5, head.ContentLength);
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", head.ETag);
    }

    [Fact]
    public async Task Get_MissingKey_IsNoSuchKeyInS3sWords()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        using var response = await GetAsync(storage, client, "no <key>");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.ToString());
        var requestId = response.Headers.GetValues("x-amz-request-id").Single();
        var hostId = response.Headers.GetValues("x-amz-id-2").Single();
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
            + $"<Key>no &lt;key&gt;</Key><RequestId>{requestId}</RequestId><HostId>{hostId}</HostId></Error>",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_MissingBucket_IsNoSuchBucket()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectAsync("no-bucket", "key"));

        Assert.Equal("The specified bucket does not exist", refusal.Message);
    }

    [Fact]
    public async Task Delete_IsNoContentWhetherOrNotTheObjectIsThere()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteObjectAsync("bucket", "key")).HttpStatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteObjectAsync("bucket", "key")).HttpStatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(storage.Data, "s3", "bucket", "objects")));
    }

    [Fact]
    public async Task DeleteObjects_AnswersEachKey()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "a", "1");
        await PutAsync(client, "b", "2");

        var deleted = await client.DeleteObjectsAsync(new()
        {
            BucketName = "bucket",
            Objects = [new() { Key = "a" }, new() { Key = "missing" }],
        });
        var listed = await client.ListObjectsV2Async(new() { BucketName = "bucket" });

        Assert.Equal(["a", "missing"], deleted.DeletedObjects.Select(entry => entry.Key));
        Assert.Equal(["b"], listed.S3Objects.Select(entry => entry.Key));
    }

    [Fact]
    public async Task Put_IfNoneMatch_CreatesOnce()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        var request = new PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "one", IfNoneMatch = "*" };

        await client.PutObjectAsync(request);
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(request));

        Assert.Equal("PreconditionFailed", refusal.ErrorCode);
        Assert.Equal("At least one of the pre-conditions you specified did not hold", refusal.Message);
    }

    [Fact]
    public async Task Put_ManyAtOnceIfNoneMatch_OneWins()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        var codes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            try
            {
                await client.PutObjectAsync(new()
                {
                    BucketName = "bucket",
                    Key = "key",
                    IfNoneMatch = "*",
                    ContentBody = i.ToString(CultureInfo.InvariantCulture),
                });
                return 200;
            }
            catch (AmazonS3Exception refusal)
            {
                return (int)refusal.StatusCode;
            }
        }));

        Assert.Equal(1, codes.Count(code => code == 200));
        Assert.Equal(15, codes.Count(code => code == 412));
    }

    [Fact]
    public async Task Put_WrongContentMd5_IsBadDigestAndChangesNothing()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "one");

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(new()
        {
            BucketName = "bucket",
            Key = "key",
            ContentBody = "two",
            MD5Digest = "XUFAKrxLKna5cZ2REBfFkg==",
        }));

        Assert.Equal("BadDigest", refusal.ErrorCode);
        Assert.Equal("one", await ReadAsync(client, "key"));
    }

    [Theory]
    [InlineData("CRC32", "NhCmhg==")]
    [InlineData("CRC32C", "mnG7TA==")]
    [InlineData("CRC64NVME", "M3eFcAZSQlc=")]
    [InlineData("SHA1", "qvTGHdzF6KLavt4PO0gs2a6pQ00=")]
    [InlineData("SHA256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")]
    public async Task Put_ChecksumAlgorithm_IsCheckedStoredAndAnswered(string algorithm, string expected)
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        var name = $"x-amz-checksum-{algorithm.ToLowerInvariant()}";

        using var refused = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", (name, Convert.ToBase64String(new byte[4])));
        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello", (name, expected));
        using var got = await GetAsync(storage, client, "key", ("x-amz-checksum-mode", "ENABLED"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(expected, got.Headers.GetValues(name).Single());
    }

    [Fact]
    public async Task Copy_TakesContentAndMetadata()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "a b", ContentBody = "hello", ContentType = "text/css" });

        var copied = await client.CopyObjectAsync("bucket", "a b", "bucket", "c");
        using var got = await client.GetObjectAsync("bucket", "c");

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", copied.ETag);
        Assert.Equal("text/css", got.Headers.ContentType);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
    }

    [Fact]
    public async Task Copy_OntoItselfWithoutChange_IsRefused()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "key", "hello");

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.CopyObjectAsync("bucket", "key", "bucket", "key"));

        Assert.Equal("InvalidRequest", refusal.ErrorCode);
    }

    [Fact]
    public async Task PresignedUrls_PutAndGetWithoutCredentials()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        using var put = await SendAsync(storage, client, HttpVerb.PUT, "key", "hello");
        using var got = await GetAsync(storage, client, "key");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("hello", await got.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task VirtualHostedAddress_FindsTheBucketByHostName()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();
        await PutAsync(client, "folder/key", "hello");
        var url = await client.GetPreSignedURLAsync(new() { BucketName = "bucket", Key = "folder/key", Expires = DateTime.UtcNow.AddMinutes(1), Protocol = Protocol.HTTP });

        using var virtualHosted = storage.Client(virtualHosted: true);
        var other = await virtualHosted.GetPreSignedURLAsync(new() { BucketName = "bucket", Key = "folder/key", Expires = DateTime.UtcNow.AddMinutes(1), Protocol = Protocol.HTTP });
        var target = new Uri(other);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{target.Port}{target.PathAndQuery}"));
        request.Headers.Host = target.Authority;
        using var got = await storage.Http.SendAsync(request);

        Assert.StartsWith($"http://localhost:{storage.Address.Port}/bucket/folder/key?", url, StringComparison.Ordinal);
        Assert.StartsWith($"http://bucket.localhost:{storage.Address.Port}/folder/key?", other, StringComparison.Ordinal);
        Assert.Equal("hello", await got.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WhatIsNotOffered_IsRefusedByName()
    {
        await using var storage = await Storage.WithBucketAsync();
        using var client = storage.Client();

        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectTaggingAsync(new() { BucketName = "bucket", Key = "key" }));

        Assert.Equal(HttpStatusCode.NotImplemented, refusal.StatusCode);
        Assert.EndsWith("GET of an object with ?tagging", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_KeepsObjectsAndRemovesWhatACrashLeft()
    {
        var data = Directory.CreateTempSubdirectory("lexicon-s3-").FullName;
        try
        {
            await using (var storage = new Storage(data))
            {
                storage.Bucket("bucket");
                await storage.StartAsync();
                using var client = storage.Client();
                await client.PutObjectAsync(new() { BucketName = "bucket", Key = "Key", ContentBody = "hello", ContentType = "text/css" });
            }

            var objects = Path.Combine(data, "s3", "bucket", "objects");
            await File.WriteAllTextAsync(Path.Combine(objects, "other@0123"), "half a write");
            await File.WriteAllTextAsync(Path.Combine(data, "s3", "bucket", "incoming", "half"), "half an upload");
            await using (var storage = new Storage(data))
            {
                storage.Bucket("bucket");
                await storage.StartAsync();
                using var client = storage.Client();
                using var got = await client.GetObjectAsync("bucket", "Key");

                Assert.Equal("text/css", got.Headers.ContentType);
                Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
                Assert.Equal(2, Directory.GetFiles(objects).Length);
                Assert.Empty(Directory.GetFiles(Path.Combine(data, "s3", "bucket", "incoming")));
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static Task<PutObjectResponse> PutAsync(AmazonS3Client client, string key, string content) =>
        client.PutObjectAsync(new() { BucketName = "bucket", Key = key, ContentBody = content });

    private static async Task<string> ReadAsync(AmazonS3Client client, string key)
    {
        using var got = await client.GetObjectAsync("bucket", key);
        return await new StreamReader(got.ResponseStream).ReadToEndAsync();
    }

    private static Task<HttpResponseMessage> GetAsync(
        Storage storage, AmazonS3Client client, string key, params (string Name, string Value)[] headers) =>
        SendAsync(storage, client, HttpVerb.GET, key, null, headers);

    private static async Task<HttpResponseMessage> SendAsync(
        Storage storage, AmazonS3Client client, HttpVerb verb, string key, string? body = null, params (string Name, string Value)[] headers)
    {
        var signing = new GetPreSignedUrlRequest
        {
            BucketName = "bucket",
            Key = key,
            Verb = verb,
            Expires = DateTime.UtcNow.AddMinutes(1),
            Protocol = Protocol.HTTP,
        };
        var request = new HttpRequestMessage(new HttpMethod(verb.ToString()), (Uri?)null);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
            if (name.StartsWith("x-amz-", StringComparison.Ordinal))
            {
                signing.Headers[name] = value;
            }
        }

        request.RequestUri = Raw(await client.GetPreSignedURLAsync(signing));
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        return await storage.Http.SendAsync(request);
    }

    private static Uri Raw(string url) => new(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
