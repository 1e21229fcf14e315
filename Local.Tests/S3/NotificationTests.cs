using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using static Lexicon.Local.Tests.S3.ObjectRequests;

namespace Lexicon.Local.Tests.S3;

/// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html.</summary>
public sealed partial class NotificationTests
{
    private const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:resize";
    private const string QueueArn = "arn:aws:sqs:us-east-1:123456789012:written";

    [Fact]
    public async Task Function_IsInvokedWithTheRecordOfS3()
    {
        await using var storage = await RunningS3.WithBucketAsync(Told("LambdaConfigurations", "Function", FunctionArn));
        using var client = storage.Client();

        await PutAsync(client, "images/a b.png", "hello");

        var (arn, invocation) = Assert.Single(storage.Functions.Invocations);
        Assert.Equal((FunctionArn, "s3.amazonaws.com", "arn:aws:s3:::bucket"), (arn, invocation.ServicePrincipal, invocation.SourceArn));
        Assert.Equal(
            "{'Records':[{'eventVersion':'2.1','eventSource':'aws:s3','awsRegion':'us-east-1','eventTime':'T',"
                + "'eventName':'ObjectCreated:Put','userIdentity':{'principalId':'AWS:123456789012'},"
                + "'requestParameters':{'sourceIPAddress':'127.0.0.1'},'responseElements':{'x-amz-request-id':'R','x-amz-id-2':'H'},"
                + "'s3':{'s3SchemaVersion':'1.0','configurationId':'C','bucket':{'name':'bucket',"
                + "'ownerIdentity':{'principalId':'A123456789012'},'arn':'arn:aws:s3:::bucket'},"
                + "'object':{'key':'images/a+b.png','size':5,'eTag':'5d41402abc4b2a76b9719d911017c592','sequencer':'S'}}}]}",
            Steady(storage.Functions.Event.ToJsonString(AwsJson.Options)));
    }

    [Theory]
    [InlineData("images/a.png", 1)]
    [InlineData("images/a.jpg", 0)]
    [InlineData("other/a.png", 0)]
    public async Task Queue_IsToldOfWhatItsFilterIsFor(string key, int expected)
    {
        await using var storage = await RunningS3.WithBucketAsync(Told("QueueConfigurations", "Queue", QueueArn));
        using var client = storage.Client();

        await PutAsync(client, key, "hello");
        await client.DeleteObjectAsync("bucket", key);

        Assert.Equal(expected, storage.Queues.All.Count);
        Assert.All(storage.Queues.All, sent => Assert.Equal((QueueArn, "s3.amazonaws.com"), (sent.QueueArn, sent.Caller.Arn)));
    }

    [Fact]
    public async Task Topic_PublishesTheRecordWhereItsPolicyLetsS3()
    {
        const string Topic = "arn:aws:sns:us-east-1:123456789012:written";
        await using var storage = await RunningS3.WithBucketAsync(Told("TopicConfigurations", "Topic", Topic));
        storage.Provision("AWS::SNS::Topic", "Written", new { TopicName = "written" }, storage.Sns);
        storage.Provision(
            "AWS::SNS::Subscription", "Queue", new { TopicArn = Topic, Protocol = "sqs", Endpoint = QueueArn }, storage.Sns);
        using var client = storage.Client();

        await PutAsync(client, "images/a.png", "refused");
        storage.Provision(
            "AWS::SNS::TopicPolicy",
            "Policy",
            new
            {
                Topics = new[] { Topic },
                PolicyDocument = new
                {
                    Statement = new
                    {
                        Effect = "Allow",
                        Principal = new { Service = "s3.amazonaws.com" },
                        Action = "sns:Publish",
                        Resource = Topic,
                        Condition = new { ArnLike = new Dictionary<string, string> { ["aws:SourceArn"] = "arn:aws:s3:::bucket" } },
                    },
                },
            },
            storage.Sns);
        await PutAsync(client, "images/b.png", "hello");

        var notification = JsonNode.Parse(Assert.Single(storage.Queues.All).Body)!;
        Assert.Equal("Amazon S3 Notification", (string?)notification["Subject"]);
        Assert.Equal(
            "images/b.png", (string?)JsonNode.Parse((string)notification["Message"]!)!["Records"]![0]!["s3"]!["object"]!["key"]);
    }

    [Fact]
    public async Task CdksCustomResource_ConfiguresTheSame()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Provision("Custom::S3BucketNotifications", "Notifications", new
        {
            ServiceToken = "arn:aws:lambda:us-east-1:123456789012:function:provider",
            BucketName = "bucket",
            NotificationConfiguration = new
            {
                EventBridgeConfiguration = new { },
                LambdaFunctionConfigurations = new[]
                {
                    new
                    {
                        Events = new[] { "s3:ObjectCreated:*" },
                        LambdaFunctionArn = FunctionArn,
                        Filter = new { Key = new { FilterRules = new[] { new { Name = "suffix", Value = ".png" } } } },
                    },
                },
            },
            Managed = true,
        });
        await storage.StartAsync();
        using var client = storage.Client();

        await PutAsync(client, "a.png", "hello");
        await PutAsync(client, "a.txt", "hello");

        Assert.Equal((2, 1), (storage.Buses.Events.Count, storage.Functions.Invocations.Count));
    }

    [Fact]
    public async Task EventThatNeverHappens_IsRefusedByName()
    {
        await using var storage = new RunningS3();

        var refusal = Assert.Throws<StartupException>(() => storage.Bucket(
            "bucket", Told("QueueConfigurations", "Queue", QueueArn, "s3:ObjectRestore:Post")));

        Assert.EndsWith("no s3:ObjectRestore:Post happens here", refusal.Message, StringComparison.Ordinal);
    }

    private static JsonObject Told(string kind, string member, string arn, string eventName = "s3:ObjectCreated:*") => new()
    {
        ["NotificationConfiguration"] = new JsonObject
        {
            [kind] = new JsonArray(new JsonObject
            {
                ["Event"] = eventName,
                [member] = arn,
                ["Filter"] = JsonNode.Parse("""
                    { "S3Key": { "Rules": [{ "Name": "prefix", "Value": "images/" }, { "Name": "suffix", "Value": ".png" }] } }
                    """),
            }),
        },
    };

    private static string Steady(string json) => Varying().Replace(json.Replace('"', '\''), match =>
        match.Value switch
        {
            [.., 'Z'] => "T",
            { Length: 16 } => "R",
            { Length: 18 } => "S",
            { Length: 64 } => "H",
            _ => "C",
        });

    [GeneratedRegex(@"(?<=')([0-9-]{10}T[0-9:.]{12}Z|[0-9A-F]{16}|[0-9A-F]{18}|[A-Za-z0-9+/=]{64}|Test-[A-Za-z]+-[A-Z0-9]{12})(?=')")]
    private static partial Regex Varying();
}
