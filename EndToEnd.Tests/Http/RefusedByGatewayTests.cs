using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

/// <summary>What API Gateway answers itself: problems like the handlers', with AWS's own words in them.</summary>
[Collection(SharedLexicon.Name)]
public sealed class RefusedByGatewayTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task Create_ThatTheModelRefuses_SaysWhatTheValidatorFound()
    {
        var answer = await lexicon.SignedIn.SendAsync(HttpMethod.Post, "/api/me/glossaries", """{"title":7,"visibility":"public"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(("Invalid request body", 400), (answer.Text("detail"), (int)answer["status"]!));
        Assert.Equal(
            """[instance type (integer) does not match any allowed primitive type (allowed: ["string"])]""",
            (string?)answer["errors"][0]!["detail"]);
    }

    [Fact]
    public async Task UnknownPath_UnderTheApi_IsAProblem()
    {
        var answer = await lexicon.Anonymous.GetAsync("/api/nothing");

        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(("Missing Authentication Token", 403), (answer.Text("detail"), (int)answer["status"]!));
    }

    [Fact]
    public async Task Read_OfWhatIsAReadersOwn_WithoutAToken_IsAProblem()
    {
        var answer = await lexicon.Anonymous.GetAsync("/api/me/glossaries");

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal("Unauthorized", answer.Text("detail"));
    }
}
