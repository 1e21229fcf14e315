using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>
/// What becomes of reports when they are delivered twice, when their function is killed and fails for one in ten, and of what is no
/// report. Times are seconds here, not minutes.
/// </summary>
[Trait("Where", "Local")]
public sealed class ReportQueueTests : IAsyncLifetime, IDisposable
{
    private const int Reports = 1000;

    private const string Queue = "Lexicon-dev-Events-Reports";

    private const string DeadLetters = "Lexicon-dev-Events-ReportDeadLetters";

    private static readonly HttpClient Http = new();

    private readonly ChangedAssembly _assembly = new();
    private ModeratedRunner _moderated = null!;

    /// <summary>What can be seen of the reports: as long as it changes, something is being done.</summary>
    private readonly record struct Progress(int Filed, int Waiting, int Dead);

    public async Task InitializeAsync()
    {
        Hasten();
        FailForOneInTen();
        _moderated = await ModeratedRunner.StartAsync(_assembly, "--watch");
    }

    /// <summary>The command is the one of docs/operations.md.</summary>
    [Fact]
    public async Task ThousandReports_DeliveredTwice_WhileTheirFunctionIsKilledAndFailsForOneInTen_AreFiledOnceEach()
    {
        var failing = Enumerable.Range(0, Reports).Count(Fails);
        var sending = SendAsync();

        // Each time while it is at work, however slow this machine is.
        foreach (var filed in new[] { 100, 300, 500 })
        {
            await UntilAsync(now => now.Filed >= filed, $"{filed} are filed");
            Assert.True(await _moderated.Runner.KillFunctionsAsync() > 0, "Nothing was killed.");
        }

        await sending;
        await UntilAsync(now => now.Waiting is 0 && now.Dead > 2 * failing, "what failed is a dead letter");
        Assert.Empty((await FiledAsync()).Intersect(Names(Fails)));

        // What other deaths put there, on a machine that is too busy, comes back with the rest.
        await MendAsync();
        do
        {
            Assert.NotNull((string?)(await SqsAsync("StartMessageMoveTask"))["TaskHandle"]);
            await UntilMovedAsync();
            await UntilAsync(now => now.Waiting is 0 && now.Dead > 0, "what is no report failed again");
        }
        while ((await LookAsync()).Dead > 1);

        Assert.Equal(Names(_ => true), (await FiledAsync()).Order(StringComparer.Ordinal));
    }

    public Task DisposeAsync() => _moderated.DisposeAsync().AsTask();

    public void Dispose() => _assembly.Dispose();

    private static string Name(int number) => $"request {number}";

    private static IEnumerable<string> Names(Func<int, bool> which) =>
        Enumerable.Range(0, Reports).Where(which).Select(Name).Order(StringComparer.Ordinal);

    // A report's id ends in five bits of the digest of its request's (ReportMessage): one in ten in 0, 1 or 2.
    private static bool Fails(int number) => SHA256.HashData(Encoding.UTF8.GetBytes(Name(number)))[15] % 32 < 3;

    // Each twice, from eight senders, and in between what is no report.
    private Task SendAsync() => Parallel.ForEachAsync(
        Enumerable.Range(0, 2 * Reports).Select(number => Report(number / 2)).Append("no report"),
        new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (message, _) => await PublishAsync(message));

    private void Hasten()
    {
        _assembly.Change("FileReportFunction", "AWS::Lambda::Function", properties => properties["Timeout"] = 6);
        _assembly.Change("ReportsQueue", "AWS::SQS::Queue", properties =>
        {
            properties["VisibilityTimeout"] = 6;
            properties["RedrivePolicy"]!["maxReceiveCount"] = 2;
        });
    }

    private void FailForOneInTen() => _assembly.Change("FileReportRole", "AWS::IAM::Role", properties =>
        properties["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Add(new JsonObject
        {
            ["Effect"] = "Deny",
            ["Action"] = "dynamodb:PutItem",
            ["Resource"] = "*",
            ["Condition"] = new JsonObject
            {
                ["ForAnyValue:StringLike"] = new JsonObject
                {
                    ["dynamodb:LeadingKeys"] = new JsonArray("REPORT#*0", "REPORT#*1", "REPORT#*2"),
                },
            },
        }));

    private async Task MendAsync()
    {
        _assembly.Restore();
        Hasten();
        await _moderated.Runner.ApplyAsync(_assembly);
    }

    private string Report(int number) => new JsonObject
    {
        ["requestId"] = Name(number),
        ["requestTime"] = 1_764_486_000_000 + number,
        ["glossaryId"] = _moderated.GlossaryId,
        ["termId"] = _moderated.TermId,
        ["reason"] = "spam",
    }.ToJsonString();

    private async Task<List<string>> FiledAsync()
    {
        List<string> filed = [];
        await foreach (var page in _moderated.Moderator.PagesAsync())
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            filed.AddRange(page["items"].AsArray().Select(report => (string)report!["requestId"]!));
        }

        return filed;
    }

    // The same as the table counts it: a list of a thousand, again and again, would keep the machine from filing them.
    private async Task<int> CountAsync() => (int)(await _moderated.Runner.DynamoDbAsync("Query", new()
    {
        ["TableName"] = await _moderated.Runner.TableAsync(),
        ["Select"] = "COUNT",
        ["KeyConditionExpression"] = "pk = :open",
        ["ExpressionAttributeValues"] = new JsonObject { [":open"] = new JsonObject { ["S"] = "REPORTS" } },
    }))["Count"]!;

    private async Task<Progress> LookAsync() => new(await CountAsync(), await LengthAsync(Queue), await LengthAsync(DeadLetters));

    private async Task UntilAsync(Func<Progress, bool> isSo, string what)
    {
        var (became, last) = await Eventually.IsSoWhileItMovesAsync(LookAsync, isSo);
        Assert.True(became, $"Nothing moved, and it is not so that {what}: {last}.");
    }

    private async Task UntilMovedAsync() => Assert.True(
        await Eventually.IsSoAsync(async () =>
            (string?)(await SqsAsync("ListMessageMoveTasks"))["Results"]![0]!["Status"] is not "RUNNING"),
        "They are still being moved.");

    // All messages, those that are being worked on as well.
    private async Task<int> LengthAsync(string queue)
    {
        var answer = await _moderated.Runner.SqsAsync("GetQueueAttributes", new()
        {
            ["QueueUrl"] = $"{_moderated.Runner.Aws.GetLeftPart(UriPartial.Authority)}/123456789012/{queue}",
            ["AttributeNames"] = new JsonArray("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"),
        });
        return answer["Attributes"]!.AsObject().Sum(attribute => int.Parse((string)attribute.Value!, null));
    }

    private Task<JsonNode> SqsAsync(string operation) => _moderated.Runner.SqsAsync(
        operation, new() { ["SourceArn"] = $"arn:aws:sqs:us-east-1:123456789012:{DeadLetters}" });

    private async Task PublishAsync(string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_moderated.Runner.Aws, "/"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Action"] = "Publish",
                ["Version"] = "2010-03-31",
                ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:Lexicon-dev-Events-Reports",
                ["Message"] = message,
            }),
        };
        await Signature.AddAsync(request, "sns");
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
