using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>
/// What becomes of reports when their function is killed or lacks a grant, and of what is no report. Times are seconds here, not minutes.
/// </summary>
[Trait("Where", "Local")]
public sealed class ReportQueueTests : IAsyncLifetime, IDisposable
{
    private const int Reports = 1000;

    // Fewer than the queue's attempts: nobody's report is given up for having been in the way each time.
    private const int Kills = 3;

    private const string DeadLetters = "Lexicon-dev-Events-ReportDeadLetters";

    private static readonly HttpClient Http = new();

    private readonly ChangedAssembly _assembly = new();
    private ModeratedRunner _moderated = null!;

    public async Task InitializeAsync()
    {
        Hasten();
        _moderated = await ModeratedRunner.StartAsync(_assembly, "--watch");
    }

    [Fact]
    public async Task ThousandReports_EachDeliveredTwice_WhileTheirFunctionIsKilled_AreFiledOnceEach()
    {
        using var room = new SemaphoreSlim(8);
        var killed = 0;
        var sending = Task.WhenAll(Enumerable.Range(0, 2 * Reports).Select(async number =>
        {
            await room.WaitAsync();
            try
            {
                await PublishAsync(Report(number / 2));
            }
            finally
            {
                room.Release();
            }
        }));
        for (var round = 0; round < Kills && !sending.IsCompleted; round++)
        {
            await Task.Delay(1000);
            killed += await _moderated.Runner.KillFunctionsAsync();
        }

        await sending;
        List<string> filed = [];
        Assert.True(await Eventually.IsSoAsync(async () => (filed = await FiledAsync()).Count >= Reports), $"{filed.Count} filed");

        Assert.True(killed > 0, "Nothing was killed.");
        Assert.Equal(Reports, filed.Count);
        Assert.Equal(Reports, filed.Distinct().Count());
    }

    /// <summary>The command is the one of docs/operations.md.</summary>
    [Fact]
    public async Task ReportThatFailedForGood_IsADeadLetter_AndIsFiledOnceItIsMendedAndOneCommandSendsItBack()
    {
        GiveUpSoon();
        _assembly.Revoke("FileReportRole", "dynamodb:PutItem");
        await _moderated.Runner.ApplyAsync(_assembly);
        await PublishAsync(Report(1));
        await PublishAsync("no report");
        Assert.True(await Eventually.IsSoAsync(async () => await WaitingAsync() == 2), "They are no dead letters.");
        Assert.Empty(await FiledAsync());

        _assembly.Restore();
        Hasten();
        GiveUpSoon();
        await _moderated.Runner.ApplyAsync(_assembly);
        var started = await _moderated.Runner.SqsAsync("StartMessageMoveTask", new() { ["SourceArn"] = Arn });

        Assert.NotNull((string?)started["TaskHandle"]);
        Assert.True(await Eventually.IsSoAsync(async () => (await FiledAsync()).Count > 0), "It is not filed.");
        Assert.True(await Eventually.IsSoAsync(async () => await WaitingAsync() == 1), "What is no report did not fail again.");
        Assert.Equal(["request 1"], await FiledAsync());
    }

    public Task DisposeAsync() => _moderated.DisposeAsync().AsTask();

    public void Dispose() => _assembly.Dispose();

    private void Hasten()
    {
        _assembly.Change("FileReportFunction", "AWS::Lambda::Function", properties => properties["Timeout"] = 6);
        _assembly.Change("ReportsQueue", "AWS::SQS::Queue", properties => properties["VisibilityTimeout"] = 6);
    }

    private void GiveUpSoon() => _assembly.Change(
        "ReportsQueue", "AWS::SQS::Queue", properties => properties["RedrivePolicy"]!["maxReceiveCount"] = 2);

    private static string Arn => $"arn:aws:sqs:us-east-1:123456789012:{DeadLetters}";

    private string Report(int number) => new JsonObject
    {
        ["requestId"] = $"request {number}",
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
            if (page.Status != HttpStatusCode.OK)
            {
                return [];
            }

            filed.AddRange(page["items"].AsArray().Select(report => (string)report!["requestId"]!));
        }

        return filed;
    }

    private async Task<int> WaitingAsync()
    {
        var answer = await _moderated.Runner.SqsAsync("GetQueueAttributes", new()
        {
            ["QueueUrl"] = $"{_moderated.Runner.Aws.GetLeftPart(UriPartial.Authority)}/123456789012/{DeadLetters}",
            ["AttributeNames"] = new JsonArray("ApproximateNumberOfMessages"),
        });
        return int.Parse((string)answer["Attributes"]!["ApproximateNumberOfMessages"]!, null);
    }

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
