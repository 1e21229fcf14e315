using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;
using Lexicon.Local.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Sns;

/// <summary>
/// SNS with one topic, <c>news</c>, beside queues and functions, in a folder of its own and at a clock that the test moves.
/// </summary>
internal sealed class RunningSns : IFunctions, IDisposable
{
    public const string Topic = "arn:aws:sns:us-east-1:123456789012:news";
    public const string Queue = "arn:aws:sqs:us-east-1:123456789012:letters";
    public const string DeadLetters = "arn:aws:sqs:us-east-1:123456789012:dead";
    private const string Role = "arn:aws:iam::123456789012:role/writer";

    private static readonly XNamespace Schema = "http://sns.amazonaws.com/doc/2010-03-31/";
    private readonly Identities _identities;
    private readonly SqsService _sqs;

    public RunningSns()
    {
        _identities = new Identities(Clock);
        _sqs = new SqsService(TestSettings.In(Folder), Endpoints.From(9200), _identities, Clock);
        Service = Restart();
        Provision("AWS::SNS::Topic", """{ "TopicName": "news" }""");
        AddQueue("letters");
    }

    /// <summary>A session of the role that <see cref="AddRole"/> adds.</summary>
    public static Caller Writer => new RoleSession("", Role, "session", DateTimeOffset.MaxValue).ToCaller();

    public string Folder { get; } = Directory.CreateTempSubdirectory("lexicon-sns-").FullName;

    public TestClock Clock { get; } = new();

    public SnsService Service { get; }

    /// <summary>The service as other rooms see it.</summary>
    public ITopics Topics => Service;

    /// <summary>What functions were invoked with.</summary>
    public ConcurrentQueue<InvokeRequest> Invocations { get; } = [];

    /// <summary>What Lambda refuses each invocation with; null: it refuses none.</summary>
    public LambdaServiceException? Refusal { get; set; }

    /// <summary>What the person at the terminal saw.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    /// <summary>The service as the next runner has it: the same folder, and no topic yet.</summary>
    public SnsService Restart() =>
        new(TestSettings.In(Folder), Endpoints.From(9200), _identities, _sqs, () => this, Clock, Said.Enqueue);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellation)
    {
        Invocations.Enqueue(request);
        return Refusal is null ? Task.FromResult(new InvokeResponse { StatusCode = 202, RequestId = "1" }) : throw Refusal;
    }

    /// <summary>Adds a role that no policy allows anything.</summary>
    public void AddRole() => new IamService(_identities).ResourceTypes.Provision("AWS::IAM::Role", "Writer", """
        { "RoleName": "writer", "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } }
        """);

    public ProvisionedResource Provision(string type, string properties, string logicalId = "News") =>
        Service.ResourceTypes.Provision(type, logicalId, properties);

    /// <summary>Adds a subscription, and gives its ARN.</summary>
    public string Subscribe(string protocol, string endpoint, string more = "{}", string topic = Topic, string logicalId = "Subscription")
    {
        var properties = JsonNode.Parse(more)!.AsObject();
        (properties["TopicArn"], properties["Protocol"], properties["Endpoint"]) = (topic, protocol, endpoint);
        return Provision("AWS::SNS::Subscription", properties.ToJsonString(), logicalId).Ref;
    }

    /// <summary>Adds a queue that lets SNS send.</summary>
    public void AddQueue(string name, string properties = "{}", string topic = Topic)
    {
        var queue = JsonNode.Parse(properties)!.AsObject();
        queue["QueueName"] = name;
        _sqs.ResourceTypes.Provision("AWS::SQS::Queue", name, queue);
        _sqs.ResourceTypes.Provision("AWS::SQS::QueuePolicy", name + "Policy", $$"""
            { "Queues": ["{{name}}"], "PolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*",
                "Condition": { "ArnEquals": { "aws:SourceArn": "{{topic}}" } } } ] } }
            """);
    }

    /// <summary>What a queue has.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queueArn = Queue) =>
        await ((IQueues)_sqs).ReceiveAsync(queueArn, Caller.Root, 10, TimeSpan.Zero, default);

    /// <summary>Performs an operation that has to succeed, and gives its result.</summary>
    public async Task<XElement> AskAsync(string form, SnsService? service = null)
    {
        var (status, body) = await SendAsync(form, service: service);
        Assert.True(status == 200, body);
        return XDocument.Parse(body).Root!.Elements().First(element => element.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));
    }

    /// <summary>Performs an operation that has to be refused, and gives status, code and message.</summary>
    public async Task<(int Status, string Code, string Message)> RefusedAsync(string form, Caller? caller = null)
    {
        var (status, body) = await SendAsync(form, caller);
        var error = XDocument.Parse(body).Root!.Element(Schema + "Error")!;
        return (status, error.Element(Schema + "Code")!.Value, error.Element(Schema + "Message")!.Value);
    }

    /// <summary>The text of an element of a result.</summary>
    public static string Text(XElement parent, string name) => parent.Element(Schema + name)!.Value;

    /// <summary>The map <c>Attributes</c> of a result.</summary>
    public static Dictionary<string, string> Attributes(XElement result) => result.Element(Schema + "Attributes")!.Elements()
        .ToDictionary(entry => Text(entry, "key"), entry => Text(entry, "value"));

    /// <summary>The values of an element of each member of a list.</summary>
    public static IEnumerable<string> Members(XElement result, string list, string name) =>
        result.Element(Schema + list)!.Elements(Schema + "member").Select(member => Text(member, name));

    /// <summary>A request without a body.</summary>
    public async Task<(int Status, string Body)> GetAsync(string path, SnsService? service = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = path;
        return await HandleAsync(context, Caller.Anonymous, service);
    }

    /// <summary>A request of the query protocol.</summary>
    public async Task<(int Status, string Body)> SendAsync(
        string form, Caller? caller = null, string? trace = null, SnsService? service = null, string? accept = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = "/";
        context.Request.ContentType = "application/x-www-form-urlencoded; charset=utf-8";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        if (trace is not null)
        {
            context.Request.Headers["X-Amzn-Trace-Id"] = trace;
        }

        context.Request.Headers.Accept = accept;
        return await HandleAsync(context, caller ?? Caller.Root, service);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<(int Status, string Body)> HandleAsync(DefaultHttpContext context, Caller caller, SnsService? service)
    {
        context.Response.Body = new MemoryStream();
        await (service ?? Service).HandleAsync(context, caller);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }
}
