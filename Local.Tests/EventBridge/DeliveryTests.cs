using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html.</summary>
public sealed class DeliveryTests : IAsyncDisposable
{
    private const string ToFunction = $$"""{ "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}" }""";
    private const string ToQueue = $$"""{ "Id": "Letters", "Arn": "{{RunningEventBridge.QueueArn}}" }""";

    private const string ToFunctionWithLetters = $$"""
        { "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}", "DeadLetterConfig": { "Arn": "{{RunningEventBridge.QueueArn}}" },
          "RetryPolicy": { "MaximumRetryAttempts": 2 } }
        """;

    private readonly RunningEventBridge _bridge = new();

    [Fact]
    public async Task Event_ThatMatches_IsGivenToTheFunctionWithTheMembersOfEveryEvent()
    {
        _bridge.RuleTo(ToFunction);
        await _bridge.StartAsync();

        var id = _bridge.Service.Put(RunningEventBridge.Sold() with { Resources = ["arn:aws:s3:::tea"] });

        Assert.Equal(
            $$"""{"version":"0","id":"{{id}}","detail-type":"Sold","source":"shop","account":"123456789012","""
            + "\"time\":\"2026-11-22T10:15:30Z\",\"region\":\"us-east-1\",\"resources\":[\"arn:aws:s3:::tea\"],"
            + "\"detail\":{\"item\":\"tea\",\"count\":2}}",
            Assert.Single(_bridge.Functions.Events).ToJsonString());
        var (arn, invocation) = Assert.Single(_bridge.Functions.Invocations);
        Assert.Equal(
            (RunningEventBridge.FunctionArn, "events.amazonaws.com", "arn:aws:events:us-east-1:123456789012:rule/rule"),
            (arn, invocation.ServicePrincipal, invocation.SourceArn));
        Assert.Equal(Lexicon.Local.Lambda.InvocationType.Event, invocation.InvocationType);
    }

    [Theory]
    [InlineData("""{ "EventPattern": { "source": ["bank"] }, "Targets": [{0}] }""")]
    [InlineData("""{ "EventPattern": { "source": ["shop"] }, "State": "DISABLED", "Targets": [{0}] }""")]
    [InlineData("""{ "EventPattern": { "source": ["shop"] }, "EventBusName": "orders", "Targets": [{0}] }""")]
    public async Task Event_ThatARuleIsNotFor_IsNotDelivered(string rule)
    {
        _bridge.Service.ResourceTypes.Provision("AWS::Events::EventBus", "Bus", """{ "Name": "orders" }""");
        _bridge.Rule(rule.Replace("{0}", ToFunction, StringComparison.Ordinal));
        await _bridge.StartAsync();

        _bridge.Service.Put(RunningEventBridge.Sold());

        Assert.Empty(_bridge.Functions.Events);
    }

    [Fact]
    public async Task Event_OfAnotherBus_GoesToTheRulesOfThatBus()
    {
        _bridge.Service.ResourceTypes.Provision("AWS::Events::EventBus", "Bus", """{ "Name": "orders" }""");
        var rule = _bridge.Rule($$"""{ "EventPattern": { "source": ["shop"] }, "EventBusName": "orders", "Targets": [{{ToFunction}}] }""");
        await _bridge.StartAsync();

        _bridge.Service.Put(RunningEventBridge.Sold() with { Bus = "arn:aws:events:us-east-1:123456789012:event-bus/orders" });

        Assert.Single(_bridge.Functions.Events);
        Assert.Equal(
            ("orders|rule", "arn:aws:events:us-east-1:123456789012:rule/orders/rule"), (rule.Ref, rule.Attributes["Arn"]));
    }

    [Fact]
    public async Task Event_ForAQueueWhosePolicyAllowsIt_IsAMessage()
    {
        _bridge.RuleTo(ToQueue);
        _bridge.AllowSending("rule");
        await _bridge.StartAsync();

        var id = _bridge.Service.Put(RunningEventBridge.Sold());

        var message = Assert.Single(await _bridge.MessagesAsync());
        Assert.Equal(id, (string?)JsonNode.Parse((string)message!["Body"]!)!["id"]);
    }

    [Fact]
    public async Task Event_ForAQueueWhosePolicyAllowsAnotherRule_IsNotDelivered()
    {
        _bridge.RuleTo(ToQueue);
        _bridge.AllowSending("other");
        await _bridge.StartAsync();

        _bridge.Service.Put(RunningEventBridge.Sold());

        Assert.Empty(await _bridge.MessagesAsync());
    }

    [Theory]
    [InlineData("AccessDeniedException", 403, "NO_PERMISSIONS")]
    [InlineData("ResourceNotFoundException", 404, "NO_RESOURCE")]
    public async Task Event_ThatCannotBeDelivered_IsADeadLetterAtOnce(string error, int status, string code)
    {
        _bridge.Functions.Refuse(error, status);
        _bridge.RuleTo(ToFunctionWithLetters);
        _bridge.AllowSending("rule");
        await _bridge.StartAsync();

        var id = _bridge.Service.Put(RunningEventBridge.Sold());

        var message = Assert.Single(await _bridge.MessagesAsync())!;
        Assert.Equal(id, (string?)JsonNode.Parse((string)message["Body"]!)!["id"]);
        Assert.Equal(
            [
                ("ERROR_CODE", code),
                ("ERROR_MESSAGE", error),
                ("RETRY_ATTEMPTS", "0"),
                ("RULE_ARN", "arn:aws:events:us-east-1:123456789012:rule/rule"),
                ("TARGET_ARN", RunningEventBridge.FunctionArn),
            ],
            AttributesOf(message));
    }

    [Fact]
    public async Task Event_ForATargetThatIsBusy_IsTriedAgainUntilTheRetriesAreUsedUp()
    {
        _bridge.Functions.Refuse("TooManyRequestsException", 429);
        _bridge.RuleTo(ToFunctionWithLetters);
        _bridge.AllowSending("rule");
        await _bridge.StartAsync();

        _bridge.Service.Put(RunningEventBridge.Sold());
        _bridge.Clock.Advance(TimeSpan.FromSeconds(1));
        _bridge.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(3, _bridge.Functions.Invocations.Count);
        Assert.Equal(
            [("ERROR_CODE", "THROTTLING"), ("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts"), ("RETRY_ATTEMPTS", "2")],
            AttributesOf(Assert.Single(await _bridge.MessagesAsync())!)
                .Where(one => one.Name is "ERROR_CODE" or "EXHAUSTED_RETRY_CONDITION" or "RETRY_ATTEMPTS"));
    }

    [Fact]
    public async Task Event_ThatIsTooOld_IsTriedNoMore()
    {
        _bridge.Functions.Refuse("TooManyRequestsException", 429);
        _bridge.RuleTo(ToFunctionWithLetters.Replace(
            "\"MaximumRetryAttempts\": 2", "\"MaximumEventAgeInSeconds\": 60", StringComparison.Ordinal));
        _bridge.AllowSending("rule");
        await _bridge.StartAsync();

        _bridge.Service.Put(RunningEventBridge.Sold());
        _bridge.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Contains(
            ("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds"), AttributesOf(Assert.Single(await _bridge.MessagesAsync())!));
    }

    [Fact]
    public async Task Event_ThatWaitsForARetry_SurvivesARestart()
    {
        _bridge.Functions.Refuse("TooManyRequestsException", 429);
        _bridge.RuleTo(ToFunction);
        await _bridge.StartAsync();
        _bridge.Service.Put(RunningEventBridge.Sold());

        await _bridge.RestartAsync();
        _bridge.Functions.Answer("{}");
        _bridge.RuleTo(ToFunction);
        await _bridge.StartAsync();
        await _bridge.RestartAsync();
        _bridge.RuleTo(ToFunction);
        await _bridge.StartAsync();

        Assert.Equal(2, _bridge.Functions.Invocations.Count);
        Assert.Empty(Directory.GetFiles(Path.Combine(_bridge.Folder, "events")));
    }

    [Fact]
    public async Task Event_ThatWaitsForARetry_GoesToTheNewerCloud()
    {
        _bridge.Functions.Refuse("TooManyRequestsException", 429);
        _bridge.RuleTo(ToFunction);
        await _bridge.StartAsync();
        _bridge.Service.Put(RunningEventBridge.Sold());

        _bridge.Functions.Answer("{}");
        var newer = _bridge.Create(before: _bridge.Service);
        _bridge.Rule($$"""
            { "EventPattern": { "source": ["shop"] },
              "Targets": [{ "Id": "Check", "Arn": "arn:aws:lambda:us-east-1:123456789012:function:newer" }] }
            """, newer);
        await newer.StartAsync(default);
        newer.TakeOver();
        _bridge.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:newer", _bridge.Functions.Invocations[^1].FunctionArn);
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    private static IEnumerable<(string Name, string Value)> AttributesOf(JsonNode message) => message["MessageAttributes"]!.AsObject()
        .Select(attribute => (attribute.Key, (string)attribute.Value!["StringValue"]!)).OrderBy(one => one.Key, StringComparer.Ordinal);
}
