using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>EventBridge with functions that a test answers for and real queues, in a folder and at a clock that the test moves.</summary>
internal sealed class RunningEventBridge : IAsyncDisposable
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:check";
    public const string QueueArn = "arn:aws:sqs:us-east-1:123456789012:letters";

    public RunningEventBridge()
    {
        Identities = new Identities(Clock);
        Sqs = new SqsService(TestSettings.In(Folder), Endpoints.From(9200), Identities, Clock);
        Sqs.ResourceTypes.Provision("AWS::SQS::Queue", "Letters", """{ "QueueName": "letters" }""");
        Sns = new SnsService(
            TestSettings.In(Folder), Endpoints.From(9200), Identities, Sqs, () => Functions, Clock, static _ => { });
        Service = Create();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lexicon-events-").FullName;

    public TestClock Clock { get; } = new();

    public FakeFunctions Functions { get; } = new();

    public Identities Identities { get; }

    public SqsService Sqs { get; }

    public SnsService Sns { get; }

    public EventBridgeService Service { get; private set; }

    /// <summary>The next runner in the same folder, with no rule yet.</summary>
    public async Task RestartAsync()
    {
        await Service.DisposeAsync();
        Service = Create();
    }

    public EventBridgeService Create(EventBridgeService? before = null) =>
        new(TestSettings.In(Folder), Functions, Sqs, Sns, Identities, Clock, before);

    public async Task StartAsync()
    {
        await Service.StartAsync(default);
        Service.BeginWork();
    }

    /// <summary>Lets a queue be sent to by EventBridge for one rule.</summary>
    public void AllowSending(string ruleName) => Sqs.ResourceTypes.Provision("AWS::SQS::QueuePolicy", "Policy", $$"""
        { "Queues": ["http://localhost:9202/123456789012/letters"], "PolicyDocument": { "Version": "2012-10-17", "Statement": [{
          "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "{{QueueArn}}",
          "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/{{ruleName}}" } } }] } }
        """);

    /// <summary>Provisions a rule, named <c>rule</c> unless its properties say otherwise.</summary>
    public ProvisionedResource Rule(string properties, EventBridgeService? service = null)
    {
        var document = JsonNode.Parse(properties)!;
        document["Name"] ??= "rule";
        return (service ?? Service).ResourceTypes.Provision("AWS::Events::Rule", "Rule", document);
    }

    /// <summary>Provisions a rule for all events of source <c>shop</c>, with one target.</summary>
    public ProvisionedResource RuleTo(string target) =>
        Rule($$"""{ "EventPattern": { "source": ["shop"] }, "Targets": [{{target}}] }""");

    /// <summary>An event of source <c>shop</c>.</summary>
    public static NewEvent Sold(string detail = """{"item":"tea","count":2}""") => new("shop", "Sold", JsonNode.Parse(detail)!.AsObject());

    /// <summary>The messages in a queue, with their attributes.</summary>
    public async Task<JsonArray> MessagesAsync()
    {
        var response = await AwsJsonCall.SendAsync(Sqs.HandleAsync, "AmazonSQS.ReceiveMessage", """
            { "QueueUrl": "http://localhost:9202/123456789012/letters", "MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"] }
            """);
        return response.Body["Messages"]?.AsArray() ?? [];
    }

    /// <summary>Calls an operation.</summary>
    public async Task<(int Status, string Body)> CallAsync(string operation, string request, Caller? caller = null)
    {
        var response = await AwsJsonCall.SendAsync(Service.HandleAsync, $"AWSEvents.{operation}", request, caller);
        return (response.Status, response.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
