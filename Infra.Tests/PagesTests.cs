using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>How the pages get into their bucket.</summary>
public sealed class PagesTests
{
    [Theory]
    [InBothStages]
    public void Deployment_ReplacesEverythingAndTellsTheEdge(string stage)
    {
        var deployment = Deployment(stage);

        Assert.Equal("${PagesBucket1F9960AC}", deployment.Text("DestinationBucketName"));
        Assert.Equal("true", deployment.Text("Prune"));
        Assert.Equal("${EdgeDistribution0060737B}", deployment.Text("DistributionId"));
        Assert.Equal("/*", deployment.Text("DistributionPaths"));
    }

    [Theory]
    [InBothStages]
    public void Pages_AreAskedForEachTimeByBrowsersAndKeptByTheEdge(string stage) => Assert.Equal(
        "public, max-age=0, s-maxage=86400, must-revalidate",
        Deployment(stage).Text("SystemMetadata.cache-control"));

    [Theory]
    [InBothStages]
    public void Config_NamesTheIssuerAndTheClientAndNothingElse(string stage)
    {
        var deployment = Deployment(stage);
        var asset = deployment.Texts("SourceObjectKeys")[1].Replace(".zip", "", StringComparison.Ordinal);
        var text = File.ReadAllText(Path.Combine(Stages.Named(stage).Folder, "..", $"asset.{asset}", "config.json"));
        foreach (var (marker, value) in deployment["SourceMarkers.1"]!.AsObject())
        {
            text = text.Replace(marker, Intrinsics.Render(value), StringComparison.Ordinal);
        }

        var config = JsonNode.Parse(text)!.AsObject();

        Assert.Equal(
            [
                KeyValuePair.Create("issuer", $"${{import Lexicon-{stage}-Data-Issuer}}.split(' ')[0]"),
                KeyValuePair.Create("clientId", "${SignInClient51D43616}"),
            ],
            config.Select(member => KeyValuePair.Create(member.Key, (string)member.Value!)));
    }

    private static Resource Deployment(string stage) => Stages.Named(stage).Site.Only("Custom::CDKBucketDeployment");
}
