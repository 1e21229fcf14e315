using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html.</summary>
public sealed class TargetInputTests : IAsyncDisposable
{
    private const string Detail = """
        {"item":"black \"tea\"","count":2,"fresh":true,"tags":["a","b"],"shop":{"city":"Riga"},"lines":[{"n":1},{"n":2}]}
        """;

    private readonly RunningEventBridge _bridge = new();

    [Fact]
    public async Task Constant_IsSentAsItIs() => Assert.Equal("""{ "a" : 1 }""", await InputAsync("""{ "Input": "{ \"a\" : 1 }" }"""));

    [Theory]
    [InlineData("$.detail.shop", """{"city":"Riga"}""")]
    [InlineData("$.detail.tags[1]", "\"b\"")]
    [InlineData("$.detail.lines[*].n", "[1,2]")]
    [InlineData("$.detail.count", "2")]
    [InlineData("$.detail.missing", "{}")]
    [InlineData("$.detail-type", "\"Sold\"")]
    public async Task Path_SendsThatPart(string path, string expected) =>
        Assert.Equal(expected, await InputAsync($$"""{ "InputPath": "{{path}}" }"""));

    [Theory]
    [InlineData("""{"n": <count>, "ok": <fresh>, "t": <item>}""", """{"n": 2, "ok": true, "t": "black \"tea\""}""")]
    [InlineData("""{"t": "<count> of <item>"}""", """{"t": "2 of black \"tea\""}""")]
    [InlineData("""{"shop": <shop>, "all": [<tags>, 9]}""", """{"shop": {"city":"Riga"}, "all": [["a","b"], 9]}""")]
    [InlineData("""{"shop": "in <shop>"}""", """{"shop": "in {city:Riga}"}""")]
    [InlineData("""{"none": <missing>}""", """{"none": ""}""")]
    [InlineData("\"<count> of <item>\"", "\"2 of black \\\"tea\\\"\"")]
    [InlineData("<count> of <item>", "2 of black \"tea\"")]
    [InlineData("a < b and <unknown>", "a < b and <unknown>")]
    [InlineData("""{"rule": <aws.events.rule-name>, "arn": "<aws.events.rule-arn>"}""",
        """{"rule": "rule", "arn": "arn:aws:events:us-east-1:123456789012:rule/rule"}""")]
    [InlineData("""{"at": <aws.events.event.ingestion-time>}""", """{"at": "2026-11-22T10:15:30Z"}""")]
    public async Task Template_IsFilledByTheRulesOfJson(string template, string expected) =>
        Assert.Equal(expected, await TransformedAsync(template));

    [Theory]
    [InlineData("<aws.events.event.json>", true)]
    [InlineData("<aws.events.event>", false)]
    public async Task Template_CanBeTheEventWithOrWithoutItsDetail(string template, bool hasDetail)
    {
        var sent = JsonNode.Parse(await TransformedAsync(template))!.AsObject();

        Assert.Equal((hasDetail, "shop"), (sent.ContainsKey("detail"), (string?)sent["source"]));
    }

    [Theory]
    [InlineData("""{ "Input": "x" }""", "property 'Targets[0].Input' is not valid: it must be JSON")]
    [InlineData("""{ "InputPath": "detail" }""", "property 'Targets[0].InputPath' is not valid")]
    [InlineData("""{ "InputPath": "$", "Input": "1" }""", "Only one of Input, InputPath, or InputTransformer must be provided")]
    [InlineData("""{ "RetryPolicy": { "MaximumRetryAttempts": 186 } }""", "it must be from 0 to 185, not 186")]
    [InlineData("""{ "Id": "a b" }""", "property 'Targets[0].Id' is not valid: it must be up to 64 letters")]
    [InlineData("""{ "Arn": "arn:aws:sqs:us-east-1:123456789012:x.fifo" }""", "a FIFO queue needs the group of its messages")]
    [InlineData(
        """{ "DeadLetterConfig": { "Arn": "arn:aws:sqs:us-east-1:123456789012:x.fifo" } }""",
        "it must be a standard queue, not arn:aws:sqs:us-east-1:123456789012:x.fifo")]
    [InlineData(
        """{ "DeadLetterConfig": { "Arn": "arn:aws:sns:us-east-1:123456789012:x" } }""",
        "it must be a standard queue, not arn:aws:sns:us-east-1:123456789012:x")]
    [InlineData("""{ "InputTransformer": { "InputTemplate": "" } }""", "it must have 1 to 8192 characters")]
    [InlineData(
        """{ "InputTransformer": { "InputTemplate": "<AWSx>", "InputPathsMap": { "AWSx": "$.id" } } }""",
        "'AWSx' must be letters, digits, hyphens and underscores, and must not begin with AWS")]
    [InlineData("""{ "EcsParameters": {} }""", "EcsParameters")]
    [InlineData("""{ "Arn": "arn:aws:states:us-east-1:123456789012:stateMachine:x" }""",
        "the targets of rules are functions, queues and topics here, not arn:aws:states:us-east-1:123456789012:stateMachine:x")]
    public void Target_ThatIsNotValidOrNotHonored_IsRefusedByName(string properties, string message)
    {
        var finding = Record.Exception(() => _bridge.RuleTo(TargetOf(properties)));

        Assert.Contains(message, (finding as StartupException)?.Message ?? "EcsParameters", StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    private static string TargetOf(string properties)
    {
        var target = JsonNode.Parse(properties)!.AsObject();
        target["Id"] ??= "Letters";
        target["Arn"] ??= RunningEventBridge.QueueArn;
        return target.ToJsonString();
    }

    private Task<string> TransformedAsync(string template) => InputAsync($$"""
        { "InputTransformer": { "InputTemplate": {{JsonSerializer.Serialize(template)}}, "InputPathsMap": {
          "count": "$.detail.count", "fresh": "$.detail.fresh", "item": "$.detail.item", "tags": "$.detail.tags", "shop": "$.detail.shop",
          "missing": "$.detail.missing" } } }
        """);

    private async Task<string> InputAsync(string properties)
    {
        _bridge.RuleTo(TargetOf(properties));
        _bridge.AllowSending("rule");
        await _bridge.StartAsync();

        _bridge.Service.Put(RunningEventBridge.Sold(Detail));

        return (string)Assert.Single(await _bridge.MessagesAsync())!["Body"]!;
    }
}
