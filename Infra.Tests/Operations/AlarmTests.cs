using System.Globalization;
using System.Text.RegularExpressions;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>What is watched, how, and who is told.</summary>
public sealed partial class AlarmTests
{
    private const string Alarm = "AWS::CloudWatch::Alarm";

    [Theory]
    [InEveryVariant]
    public void Alarms_AreThisTable(string variant) => Assert.Equal(Table(NameOf(variant)), AlarmsOf(variant).Select(AlarmRow.Of));

    [Theory]
    [InEveryVariant]
    public void EveryAlarm_TellsTheTopic_WhenItGoesOffAndWhenAllIsWellAgain(string variant)
    {
        var topic = $"${{{Stages.Variants[variant].Operations.Only("AWS::SNS::Topic").LogicalId}}}";

        Assert.All(AlarmsOf(variant), alarm =>
        {
            Assert.Equal([topic], alarm.Texts("AlarmActions"));
            Assert.Equal([topic], alarm.Texts("OKActions"));
            Assert.Null(alarm["ActionsEnabled"]);
        });
    }

    [Theory]
    [InEveryVariant]
    public void EveryAlarm_SaysWhatHasHappened(string variant)
    {
        var meanings = Infra.Operations.Watches.Of(AnyStage.Watched).ToDictionary(watch => watch.Id, watch => watch.Meaning);

        Assert.All(
            AlarmsOf(variant),
            alarm => Assert.StartsWith($"{meanings[AlarmRow.NameOf(alarm)]} What to do: ", alarm.Text("AlarmDescription"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev", "docs/operations.md")]
    [InlineData("prod", "docs/operations.md")]
    [InlineData("full", "https://github.com/example/lexicon/blob/HEAD/docs/operations.md")]
    public void EveryAlarm_EndsWithWhereTheRunbookSaysWhatToDo(string variant, string page)
    {
        var entries = Infra.Operations.Watches.Of(AnyStage.Watched).ToDictionary(watch => watch.Id, watch => watch.Entry);
        var runbook = File.ReadAllText(Repository.File("docs", "operations.md")).ReplaceLineEndings("\n");

        Assert.All(AlarmsOf(variant), alarm =>
        {
            var entry = entries[AlarmRow.NameOf(alarm)];
            Assert.Contains($"\n### {entry}\n", runbook, StringComparison.Ordinal);
            Assert.EndsWith(
                $" What to do: {page}#{Infra.Operations.Runbook.Anchor(entry)}", alarm.Text("AlarmDescription"), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InEveryVariant]
    public void NoAlarm_GoesOffForWantOfRequests(string variant) =>
        Assert.All(AlarmsOf(variant), alarm => Assert.Equal("notBreaching", alarm.Text("TreatMissingData")));

    [Theory]
    [InEveryVariant]
    public void PercentileOfAHandfulOfRequests_IsNoAlarm(string variant) =>
        Assert.Equal(
            "ignore",
            Assert.Single(AlarmsOf(variant), alarm => alarm["ExtendedStatistic"] is not null).Text("EvaluateLowSampleCountPercentile"));

    [Theory]
    [InEveryVariant]
    public void DurationAlarms_GoOffAtFourFifthsOfTheTimeoutOfTheirFunction(string variant)
    {
        var functions = Stages.Variants[variant].Api.OfType("AWS::Lambda::Function")
            .Where(function => function["Environment.Variables.OPERATION"] is not null);

        Assert.All(functions, function => Assert.Equal(
            0.8 * 1000 * double.Parse(function.Text("Timeout"), CultureInfo.InvariantCulture),
            (double)Named(variant, $"{function.Text("Environment.Variables.OPERATION")}Duration")["Threshold"]!));
    }

    // A metric of a name that nothing has never has data, and its alarm never goes off.
    [Theory]
    [InEveryVariant]
    public void Alarms_NameWhatTheOtherStacksHold(string variant)
    {
        var api = Stages.Variants[variant].Api;
        var functions = api.OfType("AWS::Lambda::Function").Where(function => function["Environment.Variables.OPERATION"] is not null)
            .Select(function => function.Text("FunctionName"));

        Assert.Equal(functions.Order(), Watched(variant, "FunctionName").Order());
        Assert.Equal([api.Only("AWS::SQS::Queue").Text("QueueName")], Watched(variant, "QueueName"));
        Assert.Equal([api.Only("AWS::ApiGateway::RestApi").Text("Name")], Watched(variant, "ApiName"));
        Assert.Equal([api.Only("AWS::ApiGateway::Stage").Text("StageName")], Watched(variant, "Stage"));
    }

    [Theory]
    [InEveryVariant]
    public void EveryGlobalIndexOfTheTable_IsWatched(string variant)
    {
        var indexes = Stages.Variants[variant].Data.Only("AWS::DynamoDB::GlobalTable")["GlobalSecondaryIndexes"]!.AsArray();

        Assert.All(indexes.Select(index => (string)index!["IndexName"]!), index =>
        {
            Assert.Equal(index, AlarmRow.Dimension(Named(variant, $"{index}ReadThrottles").Json["Properties"]!, "GlobalSecondaryIndexName"));
            Assert.Equal(index, AlarmRow.Dimension(Named(variant, $"{index}WriteThrottles").Json["Properties"]!, "GlobalSecondaryIndexName"));
        });
    }

    [Fact]
    public void EveryRequestThatTheStoreMakes_IsWatchedForServerErrors()
    {
        var requests = Directory.EnumerateFiles(Repository.File("Functions", "Store"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Request().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct();
        var watched = AlarmRow.MetricsOf(Named("dev", "TableSystemErrors")).Select(metric => AlarmRow.Dimension(metric, "Operation")!);

        Assert.Empty(requests.Except(watched));
    }

    [Theory]
    [InEveryVariant]
    public void NoAlarm_SumsMoreMetricsThanCloudWatchTakes(string variant) =>
        Assert.All(AlarmsOf(variant), alarm => Assert.InRange(AlarmRow.MetricsOf(alarm).Count(), 1, 10));

    [Fact]
    public void OutsideUsEast1_TheEdgeIsNotWatched_SinceItsMetricsAreNotThere()
    {
        var here = Infra.Operations.Watches.Of(AnyStage.Watched).Select(watch => watch.Id);
        var elsewhere = Infra.Operations.Watches.Of(AnyStage.Watched with { Region = "eu-north-1" }).Select(watch => watch.Id);

        Assert.Equal(["EdgeServerErrors"], here.Except(elsewhere));
    }

    private static IEnumerable<string> Table(string stage)
    {
        var table = $"TableName ${{import Lexicon-{stage}-Data-TableName}}";
        return
        [
            $"EdgeServerErrors: AWS/CloudFront 5xxErrorRate (DistributionId ${{import Lexicon-{stage}-Site-DistributionId}}, Region Global) " +
            "Average every 60 s > 1, 3 of 5",
            $"ApiServerErrors: AWS/ApiGateway 5XXError (ApiName Lexicon-{stage}, Stage {stage}) Average every 60 s > 0.01, 3 of 5",
            $"ApiLatency: AWS/ApiGateway Latency (ApiName Lexicon-{stage}, Stage {stage}) p99 every 300 s > 2000, 3 of 3",
            .. Routes.All.SelectMany(route => OfFunction(route.Operation, $"FunctionName Lexicon-{stage}-Api-{route.Operation}")),
            "FunctionThrottles: AWS/Lambda Throttles () Sum every 300 s > 0, 1 of 1",
            "DeadLetters: AWS/SQS ApproximateNumberOfMessagesVisible " +
            $"(QueueName Lexicon-{stage}-Api-DeadLetters) Maximum every 60 s > 0, 1 of 1",
            $"TableReadThrottles: AWS/DynamoDB ReadThrottleEvents ({table}) Sum every 300 s > 0, 1 of 1",
            $"TableWriteThrottles: AWS/DynamoDB WriteThrottleEvents ({table}) Sum every 300 s > 0, 1 of 1",
            .. Functions.Store.TableSchema.Indexes.SelectMany(index => OfIndex(index.Name, table)),
            "TableSystemErrors: sum: SUM(FILL(METRICS(), 0)) (Table system errors) =; " + string.Join(
                "; ",
                Infra.Operations.TableWatches.Operations.Select((operation, index) =>
                    $"m{index + 1}: AWS/DynamoDB SystemErrors ({table}, Operation {operation}) Sum every 300 s")) + " > 0, 1 of 1",
        ];
    }

    private static IEnumerable<string> OfFunction(string operation, string dimension) =>
    [
        $"{operation}Errors: AWS/Lambda Errors ({dimension}) Sum every 300 s > 0, 1 of 1",
        $"{operation}Duration: AWS/Lambda Duration ({dimension}) Maximum every 300 s > 8000, 1 of 1",
    ];

    private static IEnumerable<string> OfIndex(string index, string table) =>
    [
        $"{index}ReadThrottles: AWS/DynamoDB ReadThrottleEvents ({table}, GlobalSecondaryIndexName {index}) Sum every 300 s > 0, 1 of 1",
        $"{index}WriteThrottles: AWS/DynamoDB WriteThrottleEvents ({table}, GlobalSecondaryIndexName {index}) Sum every 300 s > 0, 1 of 1",
    ];

    private static IEnumerable<string> Watched(string variant, string dimension) => AlarmsOf(variant)
        .SelectMany(AlarmRow.MetricsOf)
        .Select(metric => AlarmRow.Dimension(metric, dimension))
        .OfType<string>()
        .Distinct();

    private static IEnumerable<Resource> AlarmsOf(string variant) => Stages.Variants[variant].Operations.OfType(Alarm);

    private static Resource Named(string variant, string name) => AlarmsOf(variant).Single(alarm => AlarmRow.NameOf(alarm) == name);

    [GeneratedRegex(@"\b((?:Batch|Transact)?(?:Get|Put|Update|Delete|Write)Items?|Query|Scan|ExecuteStatement)Async\(")]
    private static partial Regex Request();

    private static string NameOf(string variant) => Stages.Variants[variant].Name;
}
