using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Site;

/// <summary>How the pages get into their bucket.</summary>
public sealed class PagesTests
{
    private const string Assets = "DeploymentAssetsCustomResource256MiBD6201C3F";
    private const string Content = "DeploymentContentCustomResource256MiB9FB4793B";

    [Theory]
    [InEveryVariant]
    public void Pages_AreReplacedAsAWhole_AndTheEdgeForgetsThoseOfBefore(string stage)
    {
        var deployment = Deployment(stage, Content);

        Assert.Equal("${PagesBucket1F9960AC}", deployment.Text("DestinationBucketName"));
        Assert.Equal(("true", "assets/*"), (deployment.Text("Prune"), deployment.Text("Exclude")));
        Assert.Equal("${EdgeDistribution0060737B}", deployment.Text("DistributionId"));
        Assert.Equal("/*", deployment.Text("DistributionPaths"));
    }

    [Theory]
    [InEveryVariant]
    public void Pages_AreAskedForEachTimeByBrowsersAndKeptByTheEdge(string stage) => Assert.Equal(
        "public, max-age=0, s-maxage=86400, must-revalidate",
        Deployment(stage, Content).Text("SystemMetadata.cache-control"));

    [Theory]
    [InEveryVariant]
    public void FilesWithAHashInTheirPath_AreKeptForEver(string stage) => Assert.Equal(
        "public, max-age=31536000, immutable",
        Deployment(stage, Assets).Text("SystemMetadata.cache-control"));

    [Theory]
    [InEveryVariant]
    public void FilesWithAHashInTheirPath_ComeBeforeThePagesThatReferToThem_AndRemoveNoneOfBefore(string stage)
    {
        var deployment = Deployment(stage, Assets);

        Assert.Equal("${PagesBucket1F9960AC}", deployment.Text("DestinationBucketName"));
        Assert.Equal(("*", "assets/*"), (deployment.Text("Exclude"), deployment.Text("Include")));
        Assert.Equal("false", deployment.Text("Prune"));
        Assert.Contains(Assets, Deployment(stage, Content).DependsOn);
    }

    [Theory]
    [InEveryVariant]
    public void BothDeployments_CopyTheSameFiles(string stage)
    {
        const string Assembly = "cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1";

        Assert.Equal(
            [Assets, Content],
            Stages.Named(stage).Site.OfType("Custom::CDKBucketDeployment").Select(deployment => deployment.LogicalId));
        Assert.Equal([Deployment(stage, Content).Texts("SourceObjectKeys")[0]], Deployment(stage, Assets).Texts("SourceObjectKeys"));
        Assert.Equal([Assembly], Deployment(stage, Assets).Texts("SourceBucketNames"));
        Assert.Equal([Assembly, Assembly], Deployment(stage, Content).Texts("SourceBucketNames"));
        Assert.Equal(2, Deployment(stage, Content).Texts("SourceObjectKeys").Count);
        Assert.Equal(2, Deployment(stage, Content)["SourceMarkers"]!.AsArray().Count);
        Assert.Empty(Deployment(stage, Content)["SourceMarkers.0"]!.AsObject());
    }

    [Theory]
    [InEveryVariant]
    public void CopyingFunction_HasTheAwsCliInItsLayer(string stage)
    {
        var site = Stages.Named(stage).Site;
        var function = site["CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB5F7BD223"];

        var layer = site.Only("AWS::Lambda::LayerVersion");

        Assert.Equal([$"${{{layer.LogicalId}}}"], function.Texts("Layers"));
        Assert.Equal("cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1", layer.Text("Content.S3Bucket"));
        Assert.Equal("256", function.Text("MemorySize"));

        // The command-line tool brings root certificates of its own; these are the ones that Lambda keeps up to date.
        Assert.Equal("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", function.Text("Environment.Variables.AWS_CA_BUNDLE"));
    }

    [Theory]
    [InEveryVariant]
    public void Config_NamesTheIssuerAndTheClientAndNothingElse(string stage)
    {
        var deployment = Deployment(stage, Content);
        var text = File.ReadAllText(Path.Combine(Stages.Named(stage).Asset(deployment.Texts("SourceObjectKeys")[1]), "config.json"));
        foreach (var (marker, value) in deployment["SourceMarkers.1"]!.AsObject())
        {
            text = text.Replace(marker, Intrinsics.Render(value), StringComparison.Ordinal);
        }

        var config = JsonNode.Parse(text)!.AsObject();

        Assert.Equal(
            [
                KeyValuePair.Create("issuer", $"${{import Lexicon-{Stages.Named(stage).Name}-Data-Issuer}}.split(' ')[0]"),
                KeyValuePair.Create("clientId", "${SignInClient51D43616}"),
            ],
            config.Select(member => KeyValuePair.Create(member.Key, (string)member.Value!)));
    }

    [Theory]
    [InEveryVariant]
    public void CopyingFunction_MayDoWhatCopyingTakes(string stage)
    {
        var site = Stages.Named(stage).Site;
        var function = site["CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB5F7BD223"];
        var role = site.Behind(function.Text("Role").Replace(".Arn", "", StringComparison.Ordinal));
        var logs = site.Behind(function.Text("LoggingConfig.LogGroup"));

        Assert.All(Statement.Of(role, site), statement => Assert.Equal("Allow", statement.Effect));
        Assert.Equal(
            [
                "s3:GetObject on arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1/*.zip",
                "s3:ListBucket on ${PagesBucket1F9960AC.Arn}",
                "s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject on ${PagesBucket1F9960AC.Arn}/*",
                "cloudfront:CreateInvalidation, cloudfront:GetInvalidation on " +
                    "arn:aws:cloudfront::${AWS::AccountId}:distribution/${EdgeDistribution0060737B}",
                $"logs:CreateLogStream, logs:PutLogEvents on ${{{logs.LogicalId}.Arn}}",
            ],
            Statement.Of(role, site).Select(statement =>
                $"{string.Join(", ", statement.Actions)} on {string.Join(", ", statement.Resources)}"));
    }

    private static Resource Deployment(string stage, string id) => Stages.Named(stage).Site[id];
}
