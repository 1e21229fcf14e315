using System.Net;
using static Lexicon.Local.Tests.S3.PostRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class PostObjectTests
{
    [Fact]
    public async Task Post_WithinItsPolicy_StoresTheFileAndAnswers201()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        using var response = await PostAsync(storage, Conditions, "hello");
        using var got = await client.GetObjectAsync("bucket", "images/photo.png");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<PostResponse><Location>https://bucket.s3.us-east-1.amazonaws.com/images%2Fphoto.png</Location>"
            + "<Bucket>bucket</Bucket><Key>images/photo.png</Key><ETag>\"5d41402abc4b2a76b9719d911017c592\"</ETag></PostResponse>",
            await response.Content.ReadAsStringAsync());
        Assert.Equal("image/png", got.Headers.ContentType);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
    }

    [Theory]
    [InlineData("a/b.png")]
    [InlineData("C:\\photos\\b.png")]
    public async Task Post_OfAFileWithAPath_FillsItsLastPartIntoEveryField(string path)
    {
        await using var storage = await RunningS3.WithBucketAsync();
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
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fileName: null);

        Assert.Contains("<Key>images/${filename}</Key>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/done?a=1", 303)]
    [InlineData("/done", 201)]
    [InlineData("https://example.com/\r\ndone", 201)]
    public async Task Post_WithARedirect_FollowsAnAddressOnly(string redirect, int status)
    {
        await using var storage = await RunningS3.WithBucketAsync();

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
        await using var storage = await RunningS3.WithBucketAsync();
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
}
