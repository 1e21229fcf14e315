namespace Lexicon.Local.Tests.S3;

/// <summary>
/// Keys with characters that XML has no room for (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html, "XML related
/// object key constraints").
/// </summary>
public sealed class StrangeKeyTests
{
    [Theory]
    [InlineData("a\u0001b", "<Key>a&#x1;b</Key>")]
    [InlineData("a\rb", "<Key>a&#xD;b</Key>")]
    [InlineData("a<b", "<Key>a&lt;b</Key>")]
    public async Task List_KeyThatXmlCannotHold_IsWrittenAsAReference(string key, string expected)
    {
        await using var storage = await OpenBucket.StartAsync();
        using var client = storage.Client();
        await ObjectRequests.PutAsync(client, key, "1");

        Assert.Contains(expected, await storage.Http.GetStringAsync("/bucket"), StringComparison.Ordinal);
    }
}
