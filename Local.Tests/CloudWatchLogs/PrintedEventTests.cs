using Lexicon.Local.CloudWatchLogs.Reading;

namespace Lexicon.Local.Tests.CloudWatchLogs;

public sealed class PrintedEventTests
{
    [Fact]
    public void JsonLine_IsItsLevelAndItsMessage() => AssertIs(
        """{"timestamp":"2026-11-29T12:00:00Z","level":"INFO","message":"CreateTerm answered 201","_aws":{}}""",
        "INFO",
        "CreateTerm answered 201");

    [Fact]
    public void Error_BringsItsTypeAndItsStack() => AssertIs(
        """{"level":"ERROR","message":"CreateTerm answered 500","errorType":"E","errorMessage":"broken","stackTrace":["  at A","at B"]}""",
        "ERROR",
        "CreateTerm answered 500: E: broken",
        "at A",
        "at B");

    [Fact]
    public void LineOfTheRuntimeClient_IsItsLevelAndItsMessage() =>
        AssertIs("2026-11-29T20:29:50.400Z\tb47d9c71\tfail\tE: broken\n   at A", "ERROR", "E: broken", "at A");

    [Fact]
    public void LineOfLambda_IsAsItIs() => AssertIs("START RequestId: 1 Version: 1", "", "START RequestId: 1 Version: 1");

    [Fact]
    public void JsonLineOfLambda_IsItsTypeAndItsRecord() => AssertIs(
        """{"time":"2026-11-29T12:00:00Z","type":"platform.start","record":{"requestId":"1"}}""",
        "",
        """platform.start {"requestId":"1"}""");

    [Fact]
    public void OtherJson_IsAsItIs() => AssertIs("""{"a":1}""", "", """{"a":1}""");

    [Fact]
    public void Function_IsNamedWhereThereAreSeveral()
    {
        var logged = new FunctionEvent("CreateTerm", DateTimeOffset.UnixEpoch, "text");

        Assert.Equal(
            ("CreateTerm", ""), (PrintedEvent.Of(logged, isOfOne: false).Function, PrintedEvent.Of(logged, isOfOne: true).Function));
    }

    private static void AssertIs(string message, string level, string text, params string[] more)
    {
        var printed = PrintedEvent.Of(new FunctionEvent("f", DateTimeOffset.UnixEpoch, message), isOfOne: true);

        Assert.Equal((level, text), (printed.Level, printed.Message));
        Assert.Equal(more, printed.More);
    }
}
