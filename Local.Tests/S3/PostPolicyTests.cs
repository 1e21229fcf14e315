using System.Net;
using System.Text.Json;
using static Lexicon.Local.Tests.S3.PostRequests;

namespace Lexicon.Local.Tests.S3;

public sealed class PostPolicyTests
{
    [Theory]
    [InlineData("", 400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")]
    [InlineData("12345678901", 400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")]
    public async Task Post_SizeOutsideTheRange_IsRefused(string content, int status, string code, string message)
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, content);

        await AssertRefusedAsync(response, status, code, message);
        await AssertEmptyAsync(storage);
    }

    [Fact]
    public async Task Post_OfTooLargeAFile_TellsItsSize()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, new string('x', 100_000));

        Assert.Contains(
            "<ProposedSize>100000</ProposedSize><MaxSizeAllowed>10</MaxSizeAllowed>",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithTheLargestRangeThereIs_StoresTheFile()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, [.. Conditions, new object[] { "content-length-range", 0, long.MaxValue }], "hello");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("Content-Type", "text/html", "Policy Condition failed: [\"starts-with\", \"$Content-Type\", \"image/\"]")]
    [InlineData("key", "elsewhere", "Policy Condition failed: [\"starts-with\", \"$key\", \"images/\"]")]
    [InlineData("success_action_status", "200", "Policy Condition failed: [\"eq\", \"$success_action_status\", \"201\"]")]
    [InlineData("x-amz-meta-extra", "1", "Extra input fields: x-amz-meta-extra")]
    public async Task Post_FieldOutsideThePolicy_IsAccessDenied(string name, string value, string why)
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields[name] = value);

        await AssertRefusedAsync(response, 403, "AccessDenied", $"Invalid according to Policy: {why}");
        await AssertEmptyAsync(storage);
    }

    [Theory]
    [InlineData("image/jpg,image/png, image/gif", 201)]
    [InlineData("image/jpg,text/html", 403)]
    public async Task Post_WithSeveralContentTypes_NeedsEachToBeginAsThePolicySays(string types, int status)
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", fields => fields["Content-Type"] = types);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(
        """{ "bucket": "bucket", "acl": "private" }""",
        400,
        "InvalidPolicyDocument",
        "Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.")]
    [InlineData(
        """{ "Content-Length": 7 }""", 400, "InvalidPolicyDocument", "Invalid Policy: Invalid Simple-Condition: value must be a string.")]
    [InlineData(
        """["eq", "key", "images/photo.png"]""",
        403,
        "AccessDenied",
        "Invalid according to Policy: Policy Condition failed: [\"eq\", \"key\", \"images/photo.png\"]")]
    [InlineData(
        """["content-length-range", "test", "10"]""",
        403,
        "AccessDenied",
        "Invalid according to Policy: Policy Condition failed: [\"content-length-range\", \"test\", \"10\"]")]
    [InlineData("""["content-length-range", -1, 10]""", 400, "InvalidPolicyDocument", "Invalid Policy: Invalid JSON.")]
    public async Task Post_WithAConditionThatCannotBe_IsRefused(string condition, int status, string code, string message)
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, [.. Conditions, JsonSerializer.Deserialize<JsonElement>(condition)], "hello");

        await AssertRefusedAsync(response, status, code, message);
    }

    [Fact]
    public async Task Post_AfterThePolicysExpiration_IsAccessDenied()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PostAsync(storage, Conditions, "hello", expiration: DateTime.UtcNow.AddMinutes(-1));

        await AssertRefusedAsync(response, 403, "AccessDenied", "Invalid according to Policy: Policy expired.");
    }
}
