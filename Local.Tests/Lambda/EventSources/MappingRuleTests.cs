using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>What Lambda refuses, in its words (https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html).</summary>
public sealed class MappingRuleTests : IAsyncDisposable
{
    private const string Place = "Test/Mapping (AWS::Lambda::EventSourceMapping): ";
    private readonly MappingHouse _house = new();

    [Theory]
    [InlineData(
        """{"StartingPosition":null}""",
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member "
            + "must not be null.")]
    [InlineData("""{"StartingPosition":"AT_TIMESTAMP"}""", "Unsupported starting position for arn type: " + FakeStreams.Arn)]
    [InlineData(
        """{"StartingPosition":"START"}""",
        "1 validation error detected: Value 'START' at 'startingPosition' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]")]
    [InlineData("""{"EventSourceArn":null}""", "Unrecognized event source.")]
    [InlineData("""{"EventSourceArn":"arn:aws:s3:::bucket"}""", "Unrecognized event source.")]
    [InlineData(
        """{"EventSourceArn":"arn:aws:kinesis:us-east-1:123456789012:stream/s"}""",
        "Event sources of kinesis are not supported: arn:aws:kinesis:us-east-1:123456789012:stream/s")]
    [InlineData(
        """{"BatchSize":0}""",
        "1 validation error detected: Value '0' at 'batchSize' failed to satisfy constraint: Member must "
            + "have value greater than or equal to 1")]
    [InlineData(
        """{"BatchSize":10001,"ParallelizationFactor":11}""",
        "2 validation errors detected: Value '10001' at 'batchSize' failed to satisfy constraint: Member "
            + "must have value less than or equal to 10000; Value '11' at 'parallelizationFactor' failed to "
            + "satisfy constraint: Member must have value less than or equal to 10")]
    [InlineData(
        """{"TumblingWindowInSeconds":30}""",
        "TumblingWindowInSeconds is not supported: functions keep no state between batches here")]
    [InlineData("""{"FilterCriteria":{"Filters":[{"Pattern":"{"}]}}""", "Invalid filter pattern definition.")]
    [InlineData("""{"FilterCriteria":{"Filters":[{"Pattern":"{\"dynamodb\":[\"text\"]}"}]}}""", "Invalid filter pattern definition.")]
    [InlineData("""{"FilterCriteria":{"Filters":[{"Pattern":"{\"eventName\":\"INSERT\"}"}]}}""", "Invalid filter pattern definition.")]
    [InlineData(
        """{"DestinationConfig":{"OnFailure":{"Destination":"arn:aws:s3:::bucket"}}}""",
        "arn:aws:s3:::bucket is not supported as a destination; it must be one of sqs, sns")]
    [InlineData(
        """{"DestinationConfig":{"OnFailure":{"Destination":"arn:aws:sqs:us-east-1:123456789012:letters.fifo"}}}""",
        "arn:aws:sqs:us-east-1:123456789012:letters.fifo is not supported as a destination; it must be a standard queue or topic")]
    [InlineData("""{"DestinationConfig":{"OnFailure":{}}}""", "The Destination field is required for an OnFailure configuration.")]
    public void Mapping_OfAStream_IsRefused(string members, string message) =>
        Assert.Equal(Place + message, Assert.Throws<StartupException>(() => _house.Map(JsonNode.Parse(members))).Message);

    [Theory]
    [InlineData("""{"StartingPosition":"LATEST"}""", "StartingPosition is not valid for SQS event sources.")]
    [InlineData(
        """{"ParallelizationFactor":2}""", "Unsupported ParallelizationFactor parameter for given event source mapping type.")]
    [InlineData(
        """{"DestinationConfig":{"OnFailure":{"Destination":"arn:aws:sqs:us-east-1:123456789012:failed"}}}""",
        "Unsupported DestinationConfig parameter for given event source mapping type.")]
    [InlineData(
        """{"BisectBatchOnFunctionError":true}""", "Unsupported BisectBatchOnFunctionError parameter for given event source mapping type.")]
    [InlineData("""{"BatchSize":11}""", "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10")]
    [InlineData(
        """{"EventSourceArn":"arn:aws:sqs:us-east-1:123456789012:jobs.fifo","MaximumBatchingWindowInSeconds":5}""",
        "Batching window is not supported for FIFO queues")]
    [InlineData(
        """{"ScalingConfig":{"MaximumConcurrency":1}}""",
        "1 validation error detected: Value '1' at 'scalingConfig.maximumConcurrency' failed to satisfy "
            + "constraint: Member must have value greater than or equal to 2")]
    public void Mapping_OfAQueue_IsRefused(string members, string message) =>
        Assert.Equal(Place + message, Assert.Throws<StartupException>(() => _house.MapQueue(JsonNode.Parse(members))).Message);

    [Theory]
    [InlineData("ReceiveMessage")]
    [InlineData("DeleteMessage")]
    [InlineData("GetQueueAttributes")]
    public async Task Role_ThatMayNotPollTheQueue_IsRefused(string operation)
    {
        _house.Identities.Denied.Add($"sqs:{operation}");
        _house.MapQueue();

        Assert.Equal(
            $"{Place}The provided execution role does not have permissions to call {operation} on SQS", await RefusalAsync());
    }

    [Theory]
    [InlineData("DescribeStream")]
    [InlineData("GetRecords")]
    [InlineData("GetShardIterator")]
    [InlineData("ListStreams")]
    public async Task Role_ThatMayNotReadTheStream_IsRefused(string operation)
    {
        _house.Streams.Denied.Add(operation);
        _house.Map();

        Assert.Equal(
            $"{Place}Cannot access stream {FakeStreams.Arn}. Please ensure the role can perform the GetRecords, GetShardIterator, "
            + "DescribeStream, and ListStreams Actions on your stream in IAM.",
            await RefusalAsync());
    }

    [Fact]
    public async Task Queue_WhoseMessagesAppearBeforeTheFunctionIsDone_IsRefused()
    {
        _house.Sqs.ResourceTypes.Provision(
            "AWS::SQS::Queue", "Quick", """{ "QueueName": "quick", "VisibilityTimeout": 2 }""");
        _house.MapQueue(new { EventSourceArn = "arn:aws:sqs:us-east-1:123456789012:quick" });

        Assert.Equal(
            $"{Place}Queue visibility timeout: 2 seconds is less than Function timeout: 3 seconds", await RefusalAsync());
    }

    [Fact]
    public async Task Queue_ThatIsNotThere_IsRefused()
    {
        _house.MapQueue(new { EventSourceArn = "arn:aws:sqs:us-east-1:123456789012:none" });

        Assert.Equal(
            $"{Place}Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. "
            + "SQS Error Message: The specified queue does not exist.",
            await RefusalAsync());
    }

    [Fact]
    public async Task Stream_ThatIsNotThere_IsRefused()
    {
        const string Other = "arn:aws:dynamodb:us-east-1:123456789012:table/Other/stream/2026-01-01T00:00:00.000";
        _house.Map(new { EventSourceArn = Other });

        Assert.Equal($"{Place}Stream not found: {Other}", await RefusalAsync());
    }

    [Fact]
    public async Task Function_ThatIsNotThere_IsRefused()
    {
        _house.Map(new { FunctionName = "nobody" });

        Assert.Equal($"{Place}Function does not exist", await RefusalAsync());
    }

    [Fact]
    public void SecondMapping_OfTheSameFunctionAndSource_IsRefusedWithTheFirstOnesId()
    {
        var first = _house.MapQueue();

        var refusal = Assert.Throws<StartupException>(() => _house.MapQueue());

        Assert.Equal(
            $"{Place}An event source mapping with SQS arn (\" {MappingHouse.Queue} \") and function (\" reader \") already exists. "
            + $"Please update or delete the existing mapping with UUID {first.Ref}",
            refusal.Message);
    }

    [Fact]
    public void Mapping_IsKnownByItsId()
    {
        var mapping = _house.Map();

        Assert.Equal(mapping.Ref, mapping.Attributes["Id"]);
        Assert.Equal(
            $"arn:aws:lambda:us-east-1:123456789012:event-source-mapping:{mapping.Ref}", mapping.Attributes["EventSourceMappingArn"]);
        Assert.True(Guid.TryParse(mapping.Ref, out _));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<string> RefusalAsync() =>
        (await Assert.ThrowsAsync<StartupException>(() => _house.Mappings.PrepareAsync(default))).Message;
}
