using static Lexicon.Local.Tests.S3.PostRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class PostSignatureTests
{
    [Fact]
    public async Task Post_WithAChangedPolicy_IsSignatureDoesNotMatch()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields["policy"] += "AAAA");

        await AssertRefusedAsync(
            response, 403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.");
    }

    [Fact]
    public async Task Post_WithoutPolicy_IsAnonymous()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var form =
            new MultipartFormDataContent { { new StringContent("key"), "\"key\"" }, { new StringContent("x"), "\"file\"", "a" } };

        using var response = await storage.Http.PostAsync(new Uri("/bucket", UriKind.Relative), form);

        await AssertRefusedAsync(response, 403, "AccessDenied", "Access Denied");
    }

    [Fact]
    public async Task Post_WhosePolicyNobodySigned_IsAnonymous()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields =>
        {
            foreach (var name in fields.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).ToList())
            {
                fields.Remove(name);
            }
        });

        await AssertRefusedAsync(response, 403, "AccessDenied", "Access Denied");
    }
}
