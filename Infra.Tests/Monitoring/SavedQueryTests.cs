namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>The questions to the logs that the runbook asks.</summary>
public sealed class SavedQueryTests
{
    [Theory, InEveryVariant]
    public void EveryQuery_IsSavedAsItIsWritten_AndAsksAllLogsOfItsKind(string variant)
    {
        var stage = $"Lexicon-{Stages.Named(variant).Name}";
        var functions = Routes.Handled.Select(route => $"/aws/lambda/{stage}-Api-{route.Operation}")
            .Concat(LiveRoutes.Operations.Select(operation => $"/aws/lambda/{stage}-Live-{operation}"))
            .Concat(Reactions.All.Select(reaction => $"/aws/lambda/{stage}-Events-{reaction.Name}")).ToList();
        Assert.Equal(
            Query.All.Select(query =>
                ($"{stage}/{query.Name}", query.Text,
                    string.Join(' ', query.AsksTheApi ? [$"/aws/apigateway/{stage}/access"] : functions))),
            Stages.Named(variant).Operations.OfType("AWS::Logs::QueryDefinition")
                .Select(query => (query.Text("Name"), query.Text("QueryString"), string.Join(' ', query.Texts("LogGroupNames")))));
    }

    [Fact]
    public void EveryQuery_AsksForMembersThatALineHas()
    {
        var log = File.ReadAllText(Repository.File("Functions", "Logging", "Log.cs"));
        Assert.All(
            ["level", "Operation", "requestId", "traceId", "status", "problem", "coldStart", "retries", "readUnits", "writeUnits",
                "errorType", "Latency"],
            member => Assert.Contains($"\"{member}\"u8", log, StringComparison.Ordinal));
    }
}
