using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Lexicon.Functions.Store;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Live;

/// <summary>
/// What gives the changes of glossaries and their terms, in the order in which they were made, to the function that tells of them
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html). What can never be told is given up after a while, since
/// nothing of its shard is told before: where it was is kept in a queue.
/// </summary>
internal sealed class TableChanges
{
    // Readers wait a second at most; what happens within it is told in one message.
    private const int WindowSeconds = 1;
    private const int BatchSize = 100;
    private const int Retries = 5;

    // Whoever looks at a page that long has lost its connection meanwhile, or loads the page again.
    private const int OldestSeconds = 3600;

    private readonly string _streamArn;
    private readonly string _tableArn;

    /// <param name="streamArn">The table's stream.</param>
    /// <param name="tableArn">The table.</param>
    public TableChanges(string streamArn, string tableArn) => (_streamArn, _tableArn) = (streamArn, tableArn);

    /// <summary>
    /// What lets Lambda read the stream in the function's name
    /// (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-create-package.html): a table's streams are listed, one is read.
    /// </summary>
    public IReadOnlyList<PolicyStatementProps> Read =>
    [
        new()
        {
            Actions = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
            Resources = [_streamArn],
        },
        new() { Actions = ["dynamodb:ListStreams"], Resources = [AllStreams] },
    ];

    /// <summary>What lets Lambda keep where the changes were that it gave up.</summary>
    public static PolicyStatementProps GiveUp(IQueue queue) => new() { Actions = ["sqs:SendMessage"], Resources = [queue.QueueArn] };

    /// <summary>Of the wildcard in <see cref="Read"/>.</summary>
    public static Waiver WaiverOfRead(StageSettings settings) => new(
        "AwsSolutions-IAM5",
        "Streams are listed of the one table; which there are is known at run time alone.",
        $"Resource::arn:aws:dynamodb:{settings.Region}:<AWS::AccountId>:table/{settings.StageName}-Data-TableName/stream/*");

    /// <summary>Of the queue of what was given up.</summary>
    public static Waiver WaiverOfGivenUp { get; } = new(
        "AwsSolutions-SQS3", "It is where an event source mapping leaves what it gave up, which the rule does not look at.");

    private string AllStreams => $"{_tableArn}/stream/*";

    /// <summary>Gives the changes to a function.</summary>
    public void ReadBy(Construct scope, IAlias function, IQueue givenUp) => _ = new CfnEventSourceMapping(
        scope,
        "Changes",
        new CfnEventSourceMappingProps
        {
            FunctionName = function.FunctionArn,
            EventSourceArn = _streamArn,
            StartingPosition = "LATEST",
            BatchSize = BatchSize,
            MaximumBatchingWindowInSeconds = WindowSeconds,
            ParallelizationFactor = 1,
            MaximumRetryAttempts = Retries,
            MaximumRecordAgeInSeconds = OldestSeconds,
            BisectBatchOnFunctionError = true,
            FunctionResponseTypes = ["ReportBatchItemFailures"],
            FilterCriteria = new CfnEventSourceMapping.FilterCriteriaProperty
            {
                Filters = new[] { new CfnEventSourceMapping.FilterProperty { Pattern = OfGlossariesAndTerms } },
            },
            DestinationConfig = new CfnEventSourceMapping.DestinationConfigProperty
            {
                OnFailure = new CfnEventSourceMapping.OnFailureProperty { Destination = givenUp.QueueArn },
            },
        });

    // What else is in the partition of a glossary, and all other partitions, are nothing to tell of.
    private static string OfGlossariesAndTerms { get; } = new JsonObject
    {
        ["dynamodb"] = new JsonObject
        {
            ["Keys"] = new JsonObject
            {
                [TableSchema.PartitionKey] = Text(BeginsWith(Keys.GlossaryPrefix)),
                [TableSchema.SortKey] = Text(Keys.GlossarySort, BeginsWith(Keys.TermPrefix)),
            },
        },
    }.ToJsonString();

    private static JsonObject Text(params JsonNode[] oneOf) => new() { ["S"] = new JsonArray(oneOf) };

    private static JsonObject BeginsWith(string prefix) => new() { ["prefix"] = prefix };
}
