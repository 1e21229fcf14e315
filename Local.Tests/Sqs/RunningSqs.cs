using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;
using Lexicon.Local.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>SQS with one queue, <c>letters</c>, in a folder of its own and at a clock that the test moves.</summary>
internal sealed class RunningSqs : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/reader";
    private readonly Identities _identities;

    public RunningSqs()
    {
        _identities = new Identities(Clock);
        Service = Restart();
        Provision("AWS::SQS::Queue", """{ "QueueName": "letters", "MessageRetentionPeriod": 1209600, "SqsManagedSseEnabled": true }""");
    }

    /// <summary>A session of the role that <see cref="AddRole"/> adds.</summary>
    public static Caller Reader => new RoleSession("", Role, "session", DateTimeOffset.MaxValue).ToCaller();

    public string Folder { get; } = Directory.CreateTempSubdirectory("lexicon-sqs-").FullName;

    public TestClock Clock { get; } = new();

    public SqsService Service { get; }

    /// <summary>The service as other rooms see it.</summary>
    public IQueues Queues => Service;

    /// <summary>The service as the next runner has it: the same folder, and no queue yet.</summary>
    public SqsService Restart()
    {
        var settings = TestSettings.In(Folder);
        return new SqsService(settings, Endpoints.From(9200), _identities, Clock);
    }

    /// <summary>Adds a role that no policy allows anything.</summary>
    public void AddRole() => new IamService(_identities).ResourceTypes.Provision("AWS::IAM::Role", "Reader", """
            { "RoleName": "reader", "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } }
            """);

    public ProvisionedResource Provision(string type, string properties, string logicalId = "Letters", SqsService? service = null) =>
        (service ?? Service).ResourceTypes.Provision(type, logicalId, properties);

    /// <summary>Sends a request for the queue that has to succeed, and answers what comes back.</summary>
    public async Task<JsonNode> AskAsync(string operation, string request, SqsService? service = null)
    {
        var document = JsonNode.Parse(request)!;
        document["QueueUrl"] ??= "http://localhost:9202/123456789012/letters";
        var response = await SendAsync(operation, document.ToJsonString(), service);
        Assert.Equal(200, response.Status);
        return response.Body;
    }

    /// <summary>Sends a request for the queue that has to be refused, and returns its status, type and message.</summary>
    public async Task<(int Status, string Type, string Message)> RefusedAsync(string operation, string request)
    {
        var document = JsonNode.Parse(request)!;
        document["QueueUrl"] ??= "http://localhost:9202/123456789012/letters";
        var response = await SendAsync(operation, document.ToJsonString());
        return (response.Status, response.ErrorType!.Split('#')[1], response.ErrorMessage!);
    }

    /// <summary>Receives, and returns the bodies.</summary>
    public async Task<string[]> ReceiveAsync(string request = """{ "MaxNumberOfMessages": 10 }""") =>
        [.. ((await AskAsync("ReceiveMessage", request))["Messages"] as JsonArray ?? []).Select(message => (string)message!["Body"]!)];

    /// <summary>Sends a request as it is.</summary>
    public Task<AwsJsonResponse> SendAsync(
        string operation,
        string request,
        SqsService? service = null,
        Caller? caller = null,
        string? target = null,
        CancellationToken aborted = default) =>
        AwsJsonCall.SendAsync((service ?? Service).HandleAsync, target ?? $"AmazonSQS.{operation}", request, caller, aborted);

    /// <summary>Sends a request of the query protocol to the queue's own address.</summary>
    public async Task<(int Status, string Body)> QueryAsync(string form, string? accept = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = "/123456789012/letters";
        context.Request.ContentType = "application/x-www-form-urlencoded; charset=utf-8";
        context.Request.Headers.Accept = accept;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        context.Response.Body = new MemoryStream();
        await Service.HandleAsync(context, Caller.Root);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
