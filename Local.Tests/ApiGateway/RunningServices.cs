using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>The endpoint of the services, with one that tells what it was asked and STS, for integrations to call.</summary>
internal sealed class RunningServices : IAsyncDisposable
{
    public const string RoleArn = "arn:aws:iam::123456789012:role/Caller";

    public static readonly string[] Names = ["dynamodb", "sqs", "s3", "sts"];

    private TestServer? _server;

    public RunningServices() => Identities = new(Clock);

    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    public Identities Identities { get; }

    public Uri Address => _server!.Address;

    /// <summary>What the services were asked, in order.</summary>
    public List<Asked> Requests { get; } = [];

    /// <summary>What they respond.</summary>
    public (int Status, string ContentType, string Body) Response { get; set; } = (200, "application/x-amz-json-1.0", "{}");

    public static async Task<RunningServices> StartAsync(string trusted = "apigateway.amazonaws.com")
    {
        var services = new RunningServices();
        services.AddRole(RoleArn, $$"""{"Service": "{{trusted}}"}""");
        services._server = await TestServer.StartAsync(new AwsEndpoint(
            services.Identities,
            [
                .. Names.Except(["sts"]).Select(name => new Recorder(name, services)),
                new SecurityTokenService(services.Identities),
            ],
            services.Clock));
        return services;
    }

    /// <summary>Adds a role, with a statement of its own if one is given.</summary>
    public void AddRole(string arn, string principal, string? statement = null, string action = "sts:AssumeRole")
    {
        var trust = Read($$"""{"Effect": "Allow", "Principal": {{principal}}, "Action": "{{action}}"}""", PolicyKind.Trust);
        var role = new Role(arn, trust, TimeSpan.FromHours(1));
        if (statement is not null)
        {
            role.Attach(Read(statement, PolicyKind.Identity));
        }

        Identities.Add(role);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static Policy Read(string statement, PolicyKind kind) => Policy.Read(
        JsonNode.Parse($$"""{"Version": "2012-10-17", "Statement": [{{statement}}]}"""), kind, "a test");

    /// <summary>What a service was asked.</summary>
    internal sealed record Asked(string Service, string Caller, string Method, string Target, IHeaderDictionary Headers, string Body);

    private sealed class Recorder(string name, RunningServices services) : IAwsService
    {
        public string SigningName => name;

        public async Task HandleAsync(HttpContext context, Caller caller)
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
            services.Requests.Add(new(
                name, caller.Arn, context.Request.Method, $"{context.Request.Path}{context.Request.QueryString}", headers, body));
            context.Response.StatusCode = services.Response.Status;
            context.Response.ContentType = services.Response.ContentType;
            context.Response.Headers["x-amzn-RequestId"] = "request-1";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(services.Response.Body));
        }
    }
}
