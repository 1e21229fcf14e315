namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>A stage to be monitored, with every operation, by the names that its templates have.</summary>
internal static class AnyStage
{
    public static MonitoredStage Monitored(string stage) => new()
    {
        Name = $"Lexicon-{stage}",
        ApiStage = stage,
        ApiStack = $"Lexicon-{stage}-Api",
        TableName = $"${{import Lexicon-{stage}-Data-TableName}}",
        DistributionId = $"${{import Lexicon-{stage}-Site-DistributionId}}",
        Region = "us-east-1",
        EventsStack = $"Lexicon-{stage}-Events",
        Operations = [.. Routes.Handled.Select(route => route.Operation), .. LiveRoutes.Operations],
        LiveOperations = LiveRoutes.Operations,
        Reactions = Reactions.All,
    };
}
