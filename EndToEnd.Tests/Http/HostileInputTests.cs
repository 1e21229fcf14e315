using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed class HostileInputTests(RunningLexicon lexicon)
{
    public static TheoryData<string> Bodies => new(
        "", "{", "[]", "null", "42", "\"text\"", "{\"title\":null}", "{\"title\":[]}", "{\"title\":{}}", "{\"title\":1}",
        "{\"title\":\"\"}", "{\"title\":\"ok\",\"visibility\":\"everyone\"}", "{\"title\":\"\\ud800\"}",
        "{\"title\":\"" + new string('x', 100_000) + "\"}", new string('[', 50_000),
        "{\"title\":\"a\",\"title\":\"b\"}\u0000", "<title>x</title>");

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Create_WithAHostileBody_IsAClientError(string body)
    {
        var answer = await lexicon.SignedIn.SendAsync(HttpMethod.Post, "/api/me/glossaries", body);

        Assert.True((int)answer.Status is 400 or 413 or 415 or 422, $"{answer.Status} for {body[..Math.Min(40, body.Length)]}");
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal((int)answer.Status, (int)answer["status"]!);
    }

    [Fact]
    public async Task Create_WithABodyBeyondTheLimitOfLambda_IsTooLarge()
    {
        var answer = await lexicon.SignedIn.SendAsync(HttpMethod.Post, "/api/me/glossaries", BodyOf(7_000_000));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(("/problems/body-too-large", 413), (answer.Text("type"), (int)answer["status"]!));
    }

    // Before the API: its answer is API Gateway's own, which no template changes.
    [Fact]
    public async Task Create_WithABodyBeyondTheLimitOfApiGateway_IsTooLarge()
    {
        var answer = await lexicon.SignedIn.SendAsync(HttpMethod.Post, "/api/me/glossaries", TitleOf(11_000_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Theory]
    [InlineData("/api/glossaries?limit=0")]
    [InlineData("/api/glossaries?limit=101")]
    [InlineData("/api/glossaries?limit=many")]
    [InlineData("/api/glossaries?limit=99999999999999999999")]
    [InlineData("/api/glossaries?cursor=%00")]
    [InlineData("/api/glossaries?cursor=e30")]
    [InlineData("/api/glossaries?cursor=AAAA.BBBB%22%3E%3Cscript%3E")]
    public async Task List_WithAHostileQuery_IsBadRequest(string path)
    {
        var answer = await lexicon.Anonymous.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Theory]
    [InlineData("/api/glossaries/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/glossaries/01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("/api/glossaries/01ARZ3NDEKTSV4RRFFQ69G5FAV/terms/'%22%3E")]
    [InlineData("/api/glossaries/%F0%9F%92%A9/terms")]
    public async Task Read_WithAHostilePath_IsNotFound(string path)
    {
        var answer = await lexicon.Anonymous.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    // No server on the way takes it for an address.
    [Fact]
    public async Task Read_WithANulInThePath_IsBadRequest()
    {
        var answer = await lexicon.Anonymous.GetAsync("/api/glossaries/%00");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    // The member is one that nobody knows, so that the model has nothing to say of it.
    private static string BodyOf(int length) => $"{{\"title\":\"t\",\"more\":\"{new string('x', length)}\"}}";

    private static string TitleOf(int length) => $"{{\"title\":\"{new string('x', length)}\"}}";
}
