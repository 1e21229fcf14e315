using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Logging;

public sealed class FunctionLogTests : IDisposable
{
    private readonly MemoryStream _output = new();

    [Theory]
    [InlineData(LogLevel.Trace, "trce")]
    [InlineData(LogLevel.Debug, "dbug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "fail")]
    [InlineData(LogLevel.Critical, "crit")]
    public void Text_HasTimeRequestIdLevelAndMessage(LogLevel level, string label)
    {
        Log(LogFormat.Text, log => log.Log(level, "{Count} terms of {Glossary}", 3, "aws"));

        Assert.Equal($"2023-11-14T22:13:20.000Z\tid-1\t{label}\t3 terms of aws\n", Output);
    }

    [Fact]
    public void Text_OfAnException_FollowsTheMessage()
    {
        Log(LogFormat.Text, log => log.LogError(new FormatException("no"), "failed {Times}", 2));

        Assert.Equal("2023-11-14T22:13:20.000Z\tid-1\tfail\tfailed 2\nSystem.FormatException: no\n", Output);
    }

    [Fact]
    public void Text_OfALevelThatIsNone_HasNoLevel()
    {
        Log(LogFormat.Text, log => log.Log("audit", "message"));

        Assert.Equal("2023-11-14T22:13:20.000Z\tid-1\tmessage\n", Output);
    }

    [Fact]
    public void Text_WithoutALevelAsked_IsInformation()
    {
        Log(LogFormat.Text, log => log.LogLine("with {braces} kept"));

        Assert.Equal("2023-11-14T22:13:20.000Z\tid-1\tinfo\twith {braces} kept\n", Output);
    }

    [Fact]
    public void Unformatted_IsTheMessageAlone()
    {
        Log(LogFormat.Unformatted, log => log.LogWarning("{\"_aws\":{}}"));

        Assert.Equal("{\"_aws\":{}}\n", Output);
    }

    [Fact]
    public void Json_HasAPropertyForEachHole()
    {
        Log(LogFormat.Json, log => log.LogWarning(
            "{Count} of {Glossary}: {Ids} {Share:0.00} {Ok} {Nothing}", 3, "a\"ws", new[] { 1, 2 }, 0.5, true, null));

        Assert.Equal(
            """{"timestamp":"2023-11-14T22:13:20.000Z","level":"Warning","requestId":"id-1","traceId":"Root=1","message":"3 of a\"ws: """
            + """System.Int32[] 0.50 True ","Count":3,"Glossary":"a\"ws","Ids":[1,2],"Share":"0.50","Ok":true}""" + "\n",
            Output);
    }

    [Fact]
    public void Json_OfAnException_HasItsTypeMessageAndStack()
    {
        Log(LogFormat.Json, log => log.LogError(new FormatException("no"), "failed"));

        Assert.Equal(
            """
            {"timestamp":"2023-11-14T22:13:20.000Z","level":"Error","requestId":"id-1","traceId":"Root=1","message":"failed",
            "errorType":"System.FormatException","errorMessage":"no","stackTrace":["System.FormatException: no"]}
            """.ReplaceLineEndings("") + "\n",
            Output);
    }

    [Fact]
    public void Json_BetweenInvocations_HasNoIds()
    {
        ILambdaLogger log = new FunctionLogger(Log(LogFormat.Json, LogLevel.Information));
        log.LogInformation("starting");

        Assert.Equal("""{"timestamp":"2023-11-14T22:13:20.000Z","level":"Information","message":"starting"}""" + "\n", Output);
    }

    [Fact]
    public void BelowTheFunctionsLevel_NothingIsWritten()
    {
        ILambdaLogger log = new FunctionLogger(Log(LogFormat.Text, LogLevel.Warning));

        log.LogTrace("a");
        log.LogDebug("b {X}", 1);
        log.LogInformation(new FormatException(), "c");
        log.LogLine("d");
        log.LogWarning("e");

        Assert.Equal("2023-11-14T22:13:20.000Z\t\twarn\te\n", Output);
    }

    [Theory]
    [InlineData(null, null, LogFormat.Text, LogLevel.Information)]
    [InlineData("Text", "INFO", LogFormat.Text, LogLevel.Information)]
    [InlineData("JSON", "TRACE", LogFormat.Json, LogLevel.Trace)]
    [InlineData("JSON", "DEBUG", LogFormat.Json, LogLevel.Debug)]
    [InlineData("JSON", "WARN", LogFormat.Json, LogLevel.Warning)]
    [InlineData("JSON", "ERROR", LogFormat.Json, LogLevel.Error)]
    [InlineData("JSON", "FATAL", LogFormat.Json, LogLevel.Critical)]
    [InlineData("odd", "odd", LogFormat.Text, LogLevel.Information)]
    internal void Settings_AreWhatLambdaSays(string? format, string? level, LogFormat expectedFormat, LogLevel expectedLevel) =>
        Assert.Equal(
            new LogSettings(expectedFormat, expectedLevel),
            LogSettings.From(name => name switch
            {
                "AWS_LAMBDA_LOG_FORMAT" => format,
                "AWS_LAMBDA_LOG_LEVEL" => level,
                _ => null,
            }));

    [Fact]
    public void Settings_OfTheDotNetRuntime_ComeFirst() =>
        Assert.Equal(
            new LogSettings(LogFormat.Unformatted, LogLevel.Debug),
            LogSettings.From(name => name switch
            {
                "AWS_LAMBDA_HANDLER_LOG_FORMAT" => "Unformatted",
                "AWS_LAMBDA_HANDLER_LOG_LEVEL" => "Debug",
                "AWS_LAMBDA_LOG_FORMAT" => "JSON",
                "AWS_LAMBDA_LOG_LEVEL" => "ERROR",
                _ => null,
            }));

    public void Dispose() => _output.Dispose();

    private string Output => Encoding.UTF8.GetString(_output.ToArray());

    private FunctionLog Log(LogFormat format, LogLevel minimum) => new(new(format, minimum), _output, new TestClock(TestFunction.Now));

    private void Log(LogFormat format, Action<ILambdaLogger> write)
    {
        var log = Log(format, LogLevel.Trace);
        log.Follow("id-1", "Root=1");
        write(new FunctionLogger(log));
    }
}
