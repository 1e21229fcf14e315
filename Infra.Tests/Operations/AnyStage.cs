using Lexicon.Functions;
using Lexicon.Infra.Operations;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>A stage to be watched, with every operation; what is watched is the same in each.</summary>
internal static class AnyStage
{
    public static Watched Watched { get; } = new()
    {
        Name = "Lexicon-dev",
        ApiStage = "dev",
        ApiStack = "Lexicon-dev-Api",
        TableName = "table",
        DistributionId = "E1",
        Region = "us-east-1",
        Operations = [.. Routes.All.Select(route => route.Operation)],
    };
}
