using Lexicon.Local.Aws;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Aws;

/// <summary>The endpoint with three echoing services and STS, at a stopped clock.</summary>
public sealed class EndpointFixture : IAsyncLifetime
{
    internal const string RootArn = "arn:aws:iam::123456789012:root";

    private static readonly HttpClient Http = new();

    private TestServer? _server;

    internal TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    internal Identities Identities { get; private set; } = null!;

    internal Uri Address => _server!.Address;

    public async Task InitializeAsync()
    {
        Identities = new Identities(Clock);
        _server = await TestServer.StartAsync(new AwsEndpoint(
            Identities,
            [new EchoService("dynamodb"), new EchoService("s3"), new EchoService("lambda"), new SecurityTokenService(Identities)],
            Clock));
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    /// <summary>A request to a service at the moment at which the clock stands.</summary>
    internal TestRequest Request(string service) => new(Address, service, Clock.GetUtcNow());

    /// <summary>The same in DynamoDB's protocol, whatever the service.</summary>
    internal TestRequest Json(string service) =>
        Request(service) with { Headers = new() { ["x-amz-target"] = "DynamoDB_20120810.ListTables" } };

    internal static async Task<(int Status, string Body)> AnswerAsync(HttpRequestMessage request)
    {
        var (status, body, _) = await SendAsync(request);
        return (status, body);
    }

    internal static async Task<(int Status, string Body, HttpResponseMessage Answer)> SendAsync(HttpRequestMessage request)
    {
        var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }
}
