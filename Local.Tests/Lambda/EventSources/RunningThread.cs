using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Aws;
using Lexicon.Local.Tests.DynamoDb;
using Lexicon.Local.Tests.Watching;
using Lexicon.Local.Watching;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>
/// A whole runner with a table, a queue, and a function that is mapped to both and writes each event into a file.
/// </summary>
internal sealed class RunningThread : IAsyncDisposable
{
    private readonly SmallApp _app = new();
    private readonly string _data = Directory.CreateTempSubdirectory("lexicon-thread-").FullName;
    private Listeners? _listeners;
    private ChildProcesses? _processes;
    private RunningCloud? _running;
    private IAsyncDisposable? _working;

    /// <summary>What the function's role may.</summary>
    public string Actions { get; set; } = """
        "dynamodb:DescribeStream","dynamodb:GetRecords","dynamodb:GetShardIterator","dynamodb:ListStreams",
        "sqs:ReceiveMessage","sqs:DeleteMessage","sqs:GetQueueAttributes"
        """;

    private string EventsFile => Path.Combine(_data, "records");

    /// <summary>
    /// Every record that the function got, in order. One that it got twice counts once: a mapping delivers at least once
    /// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html).
    /// </summary>
    public IReadOnlyList<JsonNode> Received() => File.Exists(EventsFile)
        ?
        [
            .. File.ReadAllLines(EventsFile).SelectMany(line => JsonNode.Parse(line)!["Records"]!.AsArray()).Select(record => record!)
                .DistinctBy(record => (string?)record["eventID"] ?? (string?)record["messageId"]),
        ]
        : [];

    public async Task StartAsync()
    {
        _app.More = """
            ,"Changes":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"Changes","BillingMode":"PAY_PER_REQUEST",
              "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
              "StreamSpecification":{"StreamViewType":"NEW_AND_OLD_IMAGES"}}},
            "Jobs":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"jobs"}},
            "Reads":{"Type":"AWS::IAM::Policy","Properties":{"PolicyName":"Reads","Roles":[{"Ref":"Role"}],"PolicyDocument":{
              "Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[ACTIONS],
              "Resource":[{"Fn::GetAtt":["Changes","StreamArn"]},{"Fn::GetAtt":["Jobs","Arn"]}]}]}}},
            "Reader":{"Type":"AWS::Lambda::Function","Properties":{"FunctionName":"reader","Runtime":"provided.al2023","Handler":"none",
              "Timeout":20,"Role":{"Fn::GetAtt":["Role","Arn"]},"Code":{"S3Bucket":"assets","S3Key":"CODE.zip"},
              "Environment":{"Variables":{"RECORDS":"RECORDS_FILE"}}}},
            "OfTable":{"Type":"AWS::Lambda::EventSourceMapping","Properties":{"FunctionName":{"Ref":"Reader"},
              "EventSourceArn":{"Fn::GetAtt":["Changes","StreamArn"]},"StartingPosition":"LATEST"}},
            "OfQueue":{"Type":"AWS::Lambda::EventSourceMapping","Properties":{"FunctionName":{"Ref":"Reader"},
              "EventSourceArn":{"Fn::GetAtt":["Jobs","Arn"]}}}
            """
            .Replace("ACTIONS", Actions, StringComparison.Ordinal)
            .Replace("RECORDS_FILE", EventsFile, StringComparison.Ordinal);
        _app.Write();
        // Its function writes what it got to a file of this machine.
        var settings = RunningDynamoDb.Settings(_data) with { Assembly = _app.Path, Concurrency = 4, Sandbox = SandboxMode.Off };
        _listeners = Listeners.Bind(0);
        _processes = new ChildProcesses(settings);
        _running = await RunningCloud.StartAsync(
            settings, CloudAssembly.Load(_app.Path), _listeners.Endpoints, _processes, CancellationToken.None);
        await _listeners.ServeAsync(_running.Site, _running.Api, _running.Aws, _running.Console);
        _working = _running.Work();
    }

    public async Task StopAsync()
    {
        await (_working?.DisposeAsync() ?? default);
        await (_listeners?.DisposeAsync() ?? default);
        await (_running?.DisposeAsync() ?? default);
        await (_processes?.DisposeAsync() ?? default);
    }

    /// <summary>Writes an item of the table.</summary>
    public async Task PutAsync(string key, string text)
    {
        using var database = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = _listeners!.Endpoints.Aws.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        await database.PutItemAsync("Changes", new() { ["pk"] = new AttributeValue(key), ["text"] = new AttributeValue(text) });
    }

    /// <summary>Sends a message to the queue.</summary>
    public async Task SendAsync(string body)
    {
        using var http = new HttpClient();
        using var answer = await http.SendAsync((new TestRequest(_listeners!.Endpoints.Aws, "sqs", DateTimeOffset.UtcNow)
        {
            Body = new JsonObject { ["QueueUrl"] = $"{_listeners.Endpoints.Aws}123456789012/jobs", ["MessageBody"] = body }.ToJsonString(),
            Headers = { ["x-amz-target"] = "AmazonSQS.SendMessage" },
        }).Sign());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _app.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
