using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>Bodies and headers as they may be kept and shown.</summary>
public sealed class SecretBodyTests
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXIifQ.c2lnbmF0dXJl";

    [Theory]
    [InlineData("""{"title":"API","n":1.50,"x":null}""", """{"title":"API","n":1.50,"x":null}""")]
    [InlineData("""{"PASSWORD":"a\"b","user":{"code":17,"name":"Ada"}}""", """{"PASSWORD":"***","user":{"code":"***","name":"Ada"}}""")]
    [InlineData("""{"tokens":["a",["b"]],"next":{"password":{"old":"a"}}}""", """{"tokens":"***","next":{"password":"***"}}""")]
    [InlineData("""{"apiKey":null,"statusCode":200}""", """{"apiKey":null,"statusCode":200}""")]
    [InlineData($$"""["see {{Token}}"]""", """["see ***"]""")]
    [InlineData("""{"rawQueryString":"ticket=1&limit=2"}""", """{"rawQueryString":"ticket=***&limit=2"}""")]
    [InlineData("""{"Location":"https://a.example/?code=1&x=2"}""", """{"Location":"https://a.example/?code=***&x=2"}""")]
    [InlineData("username=ada&password=a%26b", "username=ada&password=***")]
    [InlineData("Sent with Bearer abcdefgh12345678, twice", "Sent with Bearer ***, twice")]
    [InlineData("18:limit=2&ticket=abc0:", "18:limit=2&ticket=***")]
    [InlineData("<input name=x token=\"abc\">", "<input name=x token=***\">")]
    [InlineData("<p>A page, and its token</p>", "<p>A page, and its token</p>")]
    public void Body_IsShownWithoutItsSecrets(string body, string shown) => Assert.Equal(shown, SecretBody.Hide(body));

    [Theory]
    [InlineData("""{"password":"a", oops""")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nsecret\r\n--x--")]
    public void Body_ThatCannotBeTakenApart_IsNotShown_WhereItMayHaveASecret(string body) =>
        Assert.Equal(SecretBody.NotShown, SecretBody.Hide(body));

    [Fact]
    public void Body_ThatIsNotValid_IsShown_WhereItHasNoSecret() =>
        Assert.Equal("""{"title": oops""", SecretBody.Hide("""{"title": oops"""));

    [Fact]
    public void BodyWithinAnEvent_IsReadAlike_AlsoInBase64()
    {
        var inner = Convert.ToBase64String("""{"password":"a"}"""u8);
        var shown = Convert.ToBase64String("""{"password":"***"}"""u8);

        Assert.Equal(
            """{"body":"{\"password\":\"***\",\"title\":\"A\"}"}""",
            SecretBody.Hide("""{"body":"{\"password\":\"a\",\"title\":\"A\"}"}"""));
        Assert.Equal(
            $$"""{"body":"{{shown}}","isBase64Encoded":true}""",
            SecretBody.Hide($$"""{"body":"{{inner}}","isBase64Encoded":true}"""));
        Assert.Equal("""{"body":"a=1&code=***"}""", SecretBody.Hide("""{"body":"a=1&code=2"}"""));
    }

    // A document of 40 characters is cut at each of them: none shows the secret, and each is a document.
    [Fact]
    public void Document_ThatIsCut_IsClosed_AndHidesAsMuch()
    {
        const string Document = """{"a":[1,{"password":"secret","b":"text"}]}""";
        for (var length = 1; length < Document.Length; length++)
        {
            var shown = SecretBody.Hide(Document[..length], isWhole: false);

            Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
            Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(shown));
        }

        Assert.Equal("""{"a":[1,{"password":"***"}]}""", SecretBody.Hide(Document[..^10], isWhole: false));
    }

    [Theory]
    [InlineData("Authorization", $"Bearer {Token}", "Bearer ***")]
    [InlineData("Authorization", Token, "***")]
    [InlineData("authorization", "AWS4-HMAC-SHA256 Credential=A/1, SignedHeaders=host, Signature=2", "AWS4-HMAC-SHA256 ***")]
    [InlineData("Cookie", "session=1; theme=dark", "***")]
    [InlineData("X-Custom", $"a {Token}", "a ***")]
    [InlineData("Location", "/callback?code=1", "/callback?code=***")]
    [InlineData("Content-Type", "application/json", "application/json")]
    public void Header_IsShownWithoutItsSecret(string name, string value, string shown) =>
        Assert.Equal(shown, SecretText.HideHeader(name, value));
}
