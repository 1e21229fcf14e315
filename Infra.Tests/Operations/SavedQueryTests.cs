using System.Text.Json.Nodes;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>The questions to the logs that the runbook asks.</summary>
public sealed class SavedQueryTests
{
    [Theory]
    [InlineData("Errors by operation", "by Operation, problem, errorType, @log")]
    [InlineData("Slow requests", "sort Latency desc")]
    [InlineData("Cold starts", "count(@initDuration) as coldStarts")]
    [InlineData("One request", "filter @message like \"paste the request id here\"")]
    public void QueryOfTheFunctions_AsksTheLogsOfAllOfThem(string name, string question)
    {
        foreach (var stage in Stages.Variants.Values)
        {
            var query = Named(stage, name);

            Assert.Equal(Routes.All.Select(route => $"/aws/lambda/Lexicon-{stage.Name}-Api-{route.Operation}"), query.Texts("LogGroupNames"));
            Assert.Contains(question, query.Text("QueryString"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Refused and failed requests", "filter status >= 400")]
    [InlineData("Slowest routes", "sort p99 desc")]
    public void QueryOfTheApi_AsksItsAccessLog(string name, string question)
    {
        foreach (var stage in Stages.Variants.Values)
        {
            var query = Named(stage, name);

            Assert.Equal([$"/aws/apigateway/Lexicon-{stage.Name}/access"], query.Texts("LogGroupNames"));
            Assert.Contains(question, query.Text("QueryString"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InEveryVariant]
    public void Queries_AreSavedAsTheyAreWritten(string variant) =>
        Assert.Equal(
            Infra.Operations.Query.All.Select(query => ($"Lexicon-{NameOf(variant)}/{query.Name}", query.Text)),
            Stages.Variants[variant].Operations.OfType("AWS::Logs::QueryDefinition")
                .Select(query => (query.Text("Name"), query.Text("QueryString"))));

    [Fact]
    public void QueriesOfTheFunctions_AskForMembersThatARequestsLineHas()
    {
        var log = File.ReadAllText(Repository.File("Functions", "Logging", "Log.cs"));
        string[] members =
        [
            "level", "Operation", "requestId", "traceId", "status", "problem", "coldStart", "retries", "readUnits", "writeUnits",
            "errorType", "Latency",
        ];

        Assert.All(members, member => Assert.Contains($"\"{member}\"u8", log, StringComparison.Ordinal));
    }

    [Theory]
    [InEveryVariant]
    public void EveryLogThatIsAsked_IsDeclared(string variant)
    {
        var declared = Stages.Variants[variant].Api.OfType("AWS::Logs::LogGroup").Select(group => group.Text("LogGroupName"));
        var asked = Stages.Variants[variant].Operations.OfType("AWS::Logs::QueryDefinition").SelectMany(query => query.Texts("LogGroupNames"));

        Assert.Empty(asked.Distinct().Except(declared));
    }

    [Theory]
    [InEveryVariant]
    public void QueriesOfTheApi_AskForMembersThatTheAccessLogHas(string variant)
    {
        var format = JsonNode.Parse(Stages.Variants[variant].Api.Only("AWS::ApiGateway::Stage").Text("AccessLogSetting.Format"))!.AsObject();

        Assert.All(
            ["status", "httpMethod", "resourcePath", "errorType", "errorMessage", "requestId", "responseLatency", "integrationLatency"],
            member => Assert.True(format.ContainsKey(member), member));
    }

    private static Resource Named(SynthesizedStage stage, string name) =>
        stage.Operations.OfType("AWS::Logs::QueryDefinition").Single(query => query.Text("Name") == $"Lexicon-{stage.Name}/{name}");

    private static string NameOf(string variant) => Stages.Variants[variant].Name;
}
