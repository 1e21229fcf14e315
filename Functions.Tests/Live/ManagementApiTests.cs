using System.Net;
using Amazon.Runtime;
using Lexicon.Functions.Live;

namespace Lexicon.Functions.Tests.Live;

public sealed class ManagementApiTests
{
    [Fact]
    public async Task Send_SignsTheRequest()
    {
        using var http = new Recorded(HttpStatusCode.OK);

        Assert.True(await Api(http).SendAsync("abc=", "hi"u8.ToArray(), default));

        var (request, body) = http.Requests.Single();
        Assert.Equal("https://id.execute-api.us-east-1.amazonaws.com/dev/%40connections/abc%3D", request.RequestUri!.AbsoluteUri);
        Assert.Equal("hi", body);
        Assert.Equal("token", request.Headers.GetValues("x-amz-security-token").Single());
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/execute-api/aws4_request, "
                + "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$",
            request.Headers.GetValues("Authorization").Single());
    }

    [Fact]
    public async Task ConnectionThatIsGone_IsTold()
    {
        using var http = new Recorded(HttpStatusCode.Gone);

        Assert.False(await Api(http).SendAsync("abc=", "hi"u8.ToArray(), default));
    }

    [Fact]
    public async Task AnyOtherRefusal_IsAFault()
    {
        using var http = new Recorded(HttpStatusCode.Forbidden);

        await Assert.ThrowsAsync<HttpRequestException>(() => Api(http).SendAsync("abc=", "hi"u8.ToArray(), default));
    }

    private static ManagementApi Api(Recorded http) => new(
        new("https://id.execute-api.us-east-1.amazonaws.com/dev"),
        "us-east-1",
        new SessionAWSCredentials("AKID", "secret", "token"),
        new HttpClient(http, disposeHandler: false),
        new TestClock());

    private sealed class Recorded(HttpStatusCode status) : HttpMessageHandler
    {
        public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new(status);
        }
    }
}
