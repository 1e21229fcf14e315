using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Lambda.EventSources;
using Lexicon.Local.Lambda.Resources;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>Mappings of one function that a test answers for, on a stream and a queue that it writes into.</summary>
internal sealed class MappingHouse : IAsyncDisposable
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:reader";
    public const string Queue = "arn:aws:sqs:us-east-1:123456789012:jobs";
    public const string Letters = "arn:aws:sqs:us-east-1:123456789012:letters";

    private readonly List<EventSourceMappings> _mappings = [];

    public MappingHouse()
    {
        Definitions.Add(new Function(new FunctionConfiguration
        {
            Name = "reader",
            Code = new Asset(Folder, true, "code"),
            Handler = "Reader",
            Runtime = "provided.al2023",
            Role = RunningLambda.Role,
            Logging = new LoggingConfiguration("/aws/lambda/reader", true),
        }));
        Functions.Answer("{}");
        Sqs = new SqsService(TestSettings.In(Folder), Endpoints.From(9200), Identities, Clock);
        foreach (var queue in (string[])["jobs", "letters"])
        {
            Sqs.ResourceTypes.Provision("AWS::SQS::Queue", queue, $$"""{ "QueueName": "{{queue}}", "VisibilityTimeout": 30 }""");
        }

        Streams.Open("shard-1");
        Mappings = Create();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lexicon-mappings-").FullName;

    public TestClock Clock { get; } = new();

    public TestIdentities Identities { get; } = new();

    public FakeStreams Streams { get; } = new();

    public SqsService Sqs { get; }

    public FakeFunctions Functions { get; } = new();

    public Functions Definitions { get; } = new();

    public EventSourceMappings Mappings { get; private set; }

    /// <summary>The mapping, where there is one.</summary>
    public EventSourceMapping Mapping => Mappings.All.Single();

    /// <summary>The batches so far, each by the keys of its records.</summary>
    public IReadOnlyList<string> Batches
    {
        get
        {
            lock (Functions.Events)
            {
                return [.. Functions.Events.Select(KeysOf)];
            }
        }
    }

    /// <summary>The keys of an event's records, or the bodies of its messages.</summary>
    public static string KeysOf(JsonObject occurrence) => string.Join(',', occurrence["Records"]!.AsArray().Select(
        record => (string?)record!["body"] ?? (string)record["dynamodb"]!["Keys"]!["pk"]!["S"]!));

    /// <summary>Provisions a mapping of the stream that begins with its oldest record.</summary>
    public ProvisionedResource Map(object? members = null) => Provision(Provisioning.Merge(
        new { EventSourceArn = FakeStreams.Arn, FunctionName = "reader", StartingPosition = "TRIM_HORIZON" }, members));

    /// <summary>Provisions a mapping of the queue.</summary>
    public ProvisionedResource MapQueue(object? members = null) =>
        Provision(Provisioning.Merge(new { EventSourceArn = Queue, FunctionName = "reader" }, members));

    /// <summary>Starts what is provisioned.</summary>
    public async Task StartAsync()
    {
        await Mappings.PrepareAsync(CancellationToken.None);
        Mappings.TakeOver();
    }

    /// <summary>A runner that was killed and starts again, with nothing provisioned yet.</summary>
    public async Task RestartAsync()
    {
        await Mappings.DisposeAsync();
        Mappings = Create();
    }

    /// <summary>A newer assembly, with nothing provisioned yet, which is to take over.</summary>
    public void Renew() => Mappings = Create(Mappings);

    /// <summary>Writes records that were made now.</summary>
    public IReadOnlyList<string> Write(params string[] keys) => Streams.Write("shard-1", Clock.GetUtcNow(), keys);

    /// <summary>Sends a message to the queue.</summary>
    public void Send(string body) => Sqs.Send(Queue, Caller.Root, new NewMessage(body));

    /// <summary>Waits for a message of the queue that destinations are.</summary>
    public async Task<JsonNode> LetterAsync()
    {
        var messages = await Sqs.ReceiveAsync(Letters, Caller.Root, 1, TimeSpan.FromSeconds(20), CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));
        return JsonNode.Parse(messages.Single().Body)!;
    }

    /// <summary>Waits until the function was invoked that often.</summary>
    public async Task<IReadOnlyList<string>> BatchesAsync(int count)
    {
        await Eventually.TrueAsync(() => Batches.Count >= count);
        return Batches;
    }

    /// <summary>Moves the clock by steps until something is so.</summary>
    public Task MoveUntilAsync(Func<bool> condition, double seconds = 0.5) => Eventually.TrueAsync(() =>
    {
        if (condition())
        {
            return true;
        }

        Clock.Advance(TimeSpan.FromSeconds(seconds));
        return false;
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var mappings in _mappings)
        {
            await mappings.DisposeAsync();
        }

        await Sqs.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private ProvisionedResource Provision(JsonObject properties) => new EventSourceMappingType(Mappings, Clock).Provision(
        new TemplateResource("Test", "Mapping", "AWS::Lambda::EventSourceMapping", properties));

    private EventSourceMappings Create(EventSourceMappings? before = null)
    {
        var mappings = new EventSourceMappings(
            new MappingServices(
                Definitions,
                Functions,
                Streams,
                Sqs,
                new DestinationSender(TestServices.With(Sqs), new FunctionDestination(Definitions, Functions, Identities)),
                Clock,
                Concurrency: 4,
                Path.Combine(Folder, "positions")),
            before);
        _mappings.Add(mappings);
        return mappings;
    }
}
