using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html.</summary>
public sealed class ApiTests : IAsyncDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/putter";
    private readonly RunningEventBridge _bridge = new();

    [Fact]
    public async Task PutEvents_PutsWhatIsValidAndNamesWhatIsNot()
    {
        _bridge.RuleTo($$"""{ "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}" }""");
        await _bridge.StartAsync();

        var (status, body) = await _bridge.CallAsync("PutEvents", """
            { "Entries": [
              { "Source": "shop", "DetailType": "Sold", "Detail": "{\"a\":1}", "Time": 1790000000, "Resources": ["arn:x"] },
              { "DetailType": "Sold", "Detail": "{}" },
              { "Source": "shop", "Detail": "{}" },
              { "Source": "shop", "DetailType": "Sold" },
              { "Source": "shop", "DetailType": "Sold", "Detail": "[1]" },
              { "Source": "aws.s3", "DetailType": "Sold", "Detail": "{}" },
              { "Source": "shop", "DetailType": "Sold", "Detail": "{}", "EventBusName": "nowhere" } ] }
            """);

        var response = JsonNode.Parse(body)!;
        Assert.Equal((200, 5), (status, (int)response["FailedEntryCount"]!));
        Assert.Equal(
            [
                null,
                ("InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument."),
                ("InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument."),
                ("InvalidArgument", "Parameter Detail is not valid. Reason: Detail is a required argument."),
                ("MalformedDetail", "Detail is malformed."),
                ("NotAuthorizedForSource", "Not authorized for the source."),
                null,
            ],
            response["Entries"]!.AsArray().Select(entry => entry!["ErrorCode"] is { } code
                ? ((string, string)?)((string)code!, (string)entry["ErrorMessage"]!)
                : null));
        var received = Assert.Single(_bridge.Functions.Events);
        Assert.Equal(
            ((string)response["Entries"]![0]!["EventId"]!, "2026-09-21T14:13:20Z", "arn:x"),
            ((string)received["id"]!, (string)received["time"]!, (string)received["resources"]![0]!));
    }

    [Fact]
    public async Task PutEvents_WithMoreThanTenEntries_IsRefused()
    {
        var entries = string.Join(',', Enumerable.Repeat("""{ "Source": "s", "DetailType": "t", "Detail": "{}" }""", 11));
        const string Shown = "PutEventsRequestEntry(time=null, source=s, resources=null, detailType=t, detail={}, eventBusName=null, "
            + "traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)";

        AssertRefused(
            await _bridge.CallAsync("PutEvents", $$"""{ "Entries": [{{entries}}] }"""),
            "ValidationException",
            $"1 validation error detected: Value '[{string.Join(", ", Enumerable.Repeat(Shown, 11))}]' at 'entries' failed to satisfy "
            + "constraint: Member must have length less than or equal to 10");
    }

    [Fact]
    public async Task PutEvents_OfMoreThan256Kilobytes_IsRefused()
    {
        var detail = JsonSerializer.Serialize($$"""{"a":"{{new string('x', 262_144)}}"}""");

        AssertRefused(
            await _bridge.CallAsync("PutEvents", $$"""{ "Entries": [{ "Source": "s", "DetailType": "t", "Detail": {{detail}} }] }"""),
            "ValidationException",
            "Total size of the entries in the request is over the limit.");
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1001, "MalformedDetail")]
    public async Task PutEvents_TakesDetailsOf1000Levels(int levels, string? error)
    {
        _bridge.RuleTo($$"""{ "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}" }""");
        await _bridge.StartAsync();
        var detail = $$"""{"list":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";

        var (status, body) = await _bridge.CallAsync("PutEvents", JsonSerializer.Serialize(
            new { Entries = new[] { new { Source = "shop", DetailType = "Sold", Detail = detail } } }));

        Assert.Equal((200, error), (status, (string?)JsonNode.Parse(body)!["Entries"]![0]!["ErrorCode"]));
        Assert.Equal(error is null ? 1 : 0, _bridge.Functions.Events.Count);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1e13")]
    public async Task PutEvents_OfNoTime_IsRefused(string time) => AssertRefused(
        await _bridge.CallAsync(
            "PutEvents", $$"""{ "Entries": [{ "Source": "s", "DetailType": "t", "Detail": "{}", "Time": {{time}} }] }"""),
        "SerializationException",
        "Time is not a time.");

    [Theory]
    [InlineData("PutEvents", "entries")]
    [InlineData("DescribeRule", "name")]
    [InlineData("ListTargetsByRule", "rule")]
    [InlineData("ListRuleNamesByTarget", "targetArn")]
    [InlineData("TestEventPattern", "eventPattern")]
    public async Task Operation_WithoutWhatItNeeds_IsRefused(string operation, string member) => AssertRefused(
        await _bridge.CallAsync(operation, "{}"),
        "ValidationException",
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    [Theory]
    [InlineData("AWS::Events::EventBus", """{ "Name": "a/b" }""", "it must be up to 256 letters, digits, dots, hyphens and underscores")]
    [InlineData("AWS::Events::EventBus", """{ "Name": "" }""", "it must be up to 256 letters, digits, dots, hyphens and underscores")]
    [InlineData("AWS::Events::EventBus", """{ "Name": "default" }""", "Event bus default already exists.")]
    [InlineData("AWS::Events::Rule", """{ "Name": "", "EventPattern": { "a": ["b"] } }""", "it must be up to 64 letters")]
    public void Name_ThatIsNone_EndsTheStart(string type, string properties, string message) => Assert.Contains(
        message,
        Assert.Throws<StartupException>(() => _bridge.Service.ResourceTypes.Provision(type, "X", properties)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Pattern_OfMoreThan4096Characters_EndsTheStart() => Assert.Contains(
        "property 'EventPattern' is not valid: it must be up to 4096 characters",
        Assert.Throws<StartupException>(
            () => _bridge.Rule($$"""{ "EventPattern": { "source": ["{{new string('s', 4096)}}"] } }""")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("default", 200)]
    [InlineData("orders", 400)]
    public async Task PutEvents_NeedsThePermissionForEachBus(string bus, int expected)
    {
        new IamService(_bridge.Identities).ResourceTypes.Provision("AWS::IAM::Role", "Putter", """
            { "RoleName": "putter",
              "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] },
              "Policies": [{ "PolicyName": "Put", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                { "Effect": "Allow", "Action": "events:PutEvents",
                  "Resource": "arn:aws:events:us-east-1:123456789012:event-bus/default" } ] } }] }
            """);

        var (status, body) = await _bridge.CallAsync(
            "PutEvents",
            $$"""
            { "Entries": [{ "Source": "s", "DetailType": "t", "Detail": "{}" },
              { "Source": "s", "DetailType": "t", "Detail": "{}", "EventBusName": "{{bus}}" }] }
            """,
            Caller.Session(Role, "session"));

        Assert.Equal(expected, status);
        Assert.Equal(
            expected == 400,
            body.Contains(
                "not authorized to perform: events:PutEvents on resource: arn:aws:events:us-east-1:123456789012:event-bus/orders",
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_AreListedAndDescribed()
    {
        _bridge.Rule("""{ "Name": "b", "ScheduleExpression": "rate(1 day)", "State": "DISABLED" }""");
        _bridge.Rule($$"""
            { "Name": "a", "Description": "tea", "EventPattern": { "a": ["b"] },
              "Targets": [{ "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}", "InputPath": "$.detail" }] }
            """);
        const string Arn = "arn:aws:events:us-east-1:123456789012:rule";
        const string First = $$"""
            {"Arn":"{{Arn}}/a","Description":"tea","EventBusName":"default","EventPattern":"{\"a\":[\"b\"]}","Name":"a","State":"ENABLED"
            """;
        const string Second = $$"""
            {"Arn":"{{Arn}}/b","EventBusName":"default","Name":"b","ScheduleExpression":"rate(1 day)","State":"DISABLED"}
            """;

        Assert.Equal((200, $$"""{"Rules":[{{First}}},{{Second}}]}"""), await _bridge.CallAsync("ListRules", "{}"));
        Assert.Equal(
            (200, $$"""{{First}},"CreatedBy":"123456789012"}"""), await _bridge.CallAsync("DescribeRule", """{ "Name": "a" }"""));
        Assert.Equal(
            (200, $$"""{"Targets":[{"Arn":"{{RunningEventBridge.FunctionArn}}","Id":"Check","InputPath":"$.detail"}]}"""),
            await _bridge.CallAsync("ListTargetsByRule", """{ "Rule": "a" }"""));
        Assert.Equal(
            (200, """{"RuleNames":["a"]}"""),
            await _bridge.CallAsync("ListRuleNamesByTarget", $$"""{ "TargetArn": "{{RunningEventBridge.FunctionArn}}" }"""));
    }

    [Fact]
    public async Task List_GoesOnWhereItsPageEnds()
    {
        _bridge.Rule("""{ "Name": "a", "ScheduleExpression": "rate(1 day)" }""");
        _bridge.Rule("""{ "Name": "b", "ScheduleExpression": "rate(1 day)" }""");

        var first = JsonNode.Parse((await _bridge.CallAsync("ListRules", """{ "Limit": 1 }""")).Body)!;
        var second = JsonNode.Parse((await _bridge.CallAsync(
            "ListRules", $$"""{ "Limit": 1, "NextToken": "{{first["NextToken"]}}" }""")).Body)!;

        Assert.Equal(
            ("a", "b", false),
            ((string)first["Rules"]![0]!["Name"]!, (string)second["Rules"]![0]!["Name"]!, second.AsObject().ContainsKey("NextToken")));
    }

    [Theory]
    [InlineData("DescribeRule", """{ "Name": "x" }""", "ResourceNotFoundException", "Rule x does not exist on EventBus default.")]
    [InlineData("ListTargetsByRule", """{ "Rule": "x" }""", "ResourceNotFoundException", "Rule x does not exist on EventBus default.")]
    [InlineData("ListRules", """{ "EventBusName": "x" }""", "ResourceNotFoundException", "Event bus x does not exist.")]
    [InlineData("PutEvents", """{ "Entries": 7 }""", "SerializationException", "Entries is not a list.")]
    [InlineData("PutRule", "{}", "UnknownOperationException",
        "PutRule: of EventBridge, the local runner serves PutEvents, TestEventPattern, ListRules, DescribeRule, ListTargetsByRule, "
            + "ListRuleNamesByTarget, ListEventBuses and DescribeEventBus.")]
    [InlineData("TestEventPattern", """{ "EventPattern": "{}", "Event": "{}" }""", "InvalidEventPatternException",
        "Event pattern is not valid. Reason: Empty objects are not allowed\n at [Source: (String)\"{}\"; line: 1, column: 3]")]
    public async Task Mistake_HasTheErrorOfEventBridge(string operation, string request, string type, string message) =>
        AssertRefused(await _bridge.CallAsync(operation, request), type, message);

    [Theory]
    [InlineData("shop", true)]
    [InlineData("bank", false)]
    public async Task TestEventPattern_SaysWhetherAnEventMatches(string source, bool expected)
    {
        var tested = JsonSerializer.Serialize(
            $$"""{"id":"1","detail-type":"t","source":"{{source}}","account":"","time":"2026-11-22T10:15Z","region":"","resources":[]}""");

        var (_, body) = await _bridge.CallAsync(
            "TestEventPattern", $$"""{ "EventPattern": "{\"source\":[\"shop\"]}", "Event": {{tested}} }""");

        Assert.Equal($$"""{"Result":{{(expected ? "true" : "false")}}}""", body);
    }

    [Theory]
    [InlineData("{}", "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("""{ "EventPattern": { "source": "shop" } }""",
        "Event pattern is not valid. Reason: \"source\" must be an object or an array\n at [Source: (String)\"{\"source\":\"shop\"}\"; "
            + "line: 1, column: 12]")]
    [InlineData("""{ "EventPattern": { "source": ["shop"] }, "State": "ON" }""", "it must be one of ENABLED, DISABLED, ")]
    [InlineData("""{ "EventPattern": { "source": ["shop"] }, "EventBusName": "none" }""",
        "property 'EventBusName' refers to the event bus 'none', which does not exist")]
    public void Rule_ThatIsNotValid_IsRefusedAtStart(string properties, string message) =>
        Assert.Contains(message, Assert.Throws<StartupException>(() => _bridge.Rule(properties)).Message, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();

    private static void AssertRefused((int Status, string Body) response, string type, string message)
    {
        var error = JsonNode.Parse(response.Body)!;
        Assert.Equal((400, type, message), (response.Status, (string)error["__type"]!, (string)error["message"]!));
    }
}
