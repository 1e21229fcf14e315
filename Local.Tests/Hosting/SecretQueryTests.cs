using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class SecretQueryTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("limit=7&tag=lambda", "limit=7&tag=lambda")]
    [InlineData("ticket=01ABC&limit=7", "ticket=***&limit=7")]
    [InlineData("?limit=7&X-Amz-Signature=0a1b", "?limit=7&X-Amz-Signature=***")]
    [InlineData("code=17&state=x&access_token=y", "code=***&state=x&access_token=***")]
    [InlineData("postcode=17", "postcode=17")]
    [InlineData("grant_type=password&PASSWORD=a b&client%5Fsecret=c", "grant_type=password&PASSWORD=***&client%5Fsecret=***")]
    public void Values_ThatOnlyTheSenderMayKnow_AreReplaced(string query, string shown) => Assert.Equal(shown, SecretQuery.Hide(query));
}
