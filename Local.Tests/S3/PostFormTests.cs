using System.Net;
using static Lexicon.Local.Tests.S3.PostRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class PostFormTests
{
    [Fact]
    public async Task Post_ThatIsNoForm_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await storage.Http.PostAsync(new Uri("/bucket", UriKind.Relative), new StringContent("x"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithAnEmptyKey_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields["key"] = "");

        await AssertRefusedAsync(response, 400, "InvalidArgument", "User key must have a length greater than 0.");
        await AssertEmptyAsync(storage);
    }

    [Fact]
    public async Task Post_ThatEndsInTheMiddleOfTheFile_IsMalformed()
    {
        await using var storage = await RunningS3.WithBucketAsync(new
        {
            PublicAccessBlockConfiguration = new { BlockPublicPolicy = false },
        });
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
}
