using Lexicon.Local.Aws;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Aws;

/// <summary>The endpoint with three echoing services and STS, at a stopped clock.</summary>
public sealed class EndpointFixture : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private TestServer? server;

    internal StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    internal Identities Identities { get; private set; } = null!;

    internal Uri Address => server!.Address;

    public async Task InitializeAsync()
    {
        Identities = new Identities(Clock);
        server = await TestServer.StartAsync(new AwsEndpoint(
            Identities,
            [new EchoService("dynamodb"), new EchoService("s3"), new EchoService("lambda"), new SecurityTokenService(Identities)],
            Clock));
    }

    public async Task DisposeAsync() => await server!.DisposeAsync();

    internal static async Task<(int Status, string Body, HttpResponseMessage Answer)> SendAsync(HttpRequestMessage request)
    {
        var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }
}
