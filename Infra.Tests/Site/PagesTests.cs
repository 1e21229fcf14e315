namespace Lexicon.Infra.Tests.Site;

/// <summary>How the pages get into their bucket.</summary>
public sealed class PagesTests
{
    private const string AssetsOfCdk = "cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1";

    [Theory, InEveryVariant]
    public void Pages_AreReplacedAsAWhole_AskedForEachTimeByBrowsers_AndTheEdgeForgetsThoseOfBefore(string stage) =>
        Deployment(stage, "Content").Says(
        ("DestinationBucketName", Site(stage).At("Pages/Bucket/Resource").Ref), ("Prune", "true"), ("Exclude", "assets/*"), ("Include", ""),
        ("SystemMetadata.cache-control", "public, max-age=0, s-maxage=86400, must-revalidate"),
        ("DistributionId", Site(stage).Only("AWS::CloudFront::Distribution").Ref), ("DistributionPaths", "/*"));

    [Theory, InEveryVariant]
    public void FilesWithAHashInTheirPath_ComeBeforeThePagesThatReferToThem_AreKeptForEver_AndRemoveNoneOfBefore(string stage)
    {
        var assets = Deployment(stage, "Assets");
        assets.Says(
            ("DestinationBucketName", Site(stage).At("Pages/Bucket/Resource").Ref), ("Prune", "false"), ("Exclude", "*"),
            ("Include", "assets/*"), ("SystemMetadata.cache-control", "public, max-age=31536000, immutable"));
        Assert.Contains(assets.LogicalId, Deployment(stage, "Content").DependsOn);
    }

    [Theory, InEveryVariant]
    public void BothDeployments_CopyTheSameFiles_AndTheSecondTheConfigurationToo(string stage)
    {
        var (assets, content) = (Deployment(stage, "Assets"), Deployment(stage, "Content"));
        Assert.Equal(2, Site(stage).OfType("Custom::CDKBucketDeployment").Count());
        Assert.Equal([content.Texts("SourceObjectKeys")[0]], assets.Texts("SourceObjectKeys"));
        Assert.Equal([AssetsOfCdk], assets.Texts("SourceBucketNames"));
        Assert.Equal([AssetsOfCdk, AssetsOfCdk], content.Texts("SourceBucketNames"));
    }

    [Theory, InEveryVariant]
    public void Config_NamesTheIssuerTheClientAndTheWebSocket_AndNothingElse(string stage)
    {
        var content = Deployment(stage, "Content");
        var text = File.ReadAllText(Path.Combine(Stages.Named(stage).Asset(content.Texts("SourceObjectKeys")[1]), "config.json"));
        foreach (var (marker, value) in content["SourceMarkers.1"]!.AsObject())
        {
            text = text.Replace(marker, Intrinsics.Render(value), StringComparison.Ordinal);
        }

        Assert.Equal(
            [
                $"issuer: ${{import Lexicon-{Stages.Named(stage).Name}-Data-Issuer}}.split(' ')[0]",
                $"clientId: {Site(stage).Only("AWS::Cognito::UserPoolClient").Ref}",
                $"live: ${{import Lexicon-{Stages.Named(stage).Name}-Live-Address}}.split(' ')[0]",
                $"api: ${{import Lexicon-{Stages.Named(stage).Name}-Api-ApiId}}.execute-api.us-east-1.${{AWS::URLSuffix}}/"
                    + $"{Stages.Named(stage).Name}.split(' ')[0]",
                "region: us-east-1",
                "identity: https://cognito-identity.us-east-1.${AWS::URLSuffix}.split(' ')[0]",
                $"identityPool: {Site(stage).Only("AWS::Cognito::IdentityPool").Ref}",
                $"identityProvider: ${{import Lexicon-{Stages.Named(stage).Name}-Data-Issuer}}.split('//')[1]",
            ],
            JsonNode.Parse(text)!.AsObject().Select(member => $"{member.Key}: {member.Value}"));
        Assert.Empty(content["SourceMarkers.0"]!.AsObject());
    }

    // The command-line tool brings root certificates of its own; these are the ones that Lambda keeps up to date.
    [Theory, InEveryVariant]
    public void CopyingFunction_HasTheAwsCliInItsLayer_AndMayDoWhatCopyingTakes(string stage)
    {
        var site = Site(stage);
        var function = site.Behind(Deployment(stage, "Content").Text("ServiceToken"));
        var (role, pages) = (site.Behind(function.Text("Role")), site.At("Pages/Bucket/Resource"));

        function.Says(
            ("Layers", site.Only("AWS::Lambda::LayerVersion").Ref), ("MemorySize", "256"),
            ("Environment.Variables.AWS_CA_BUNDLE", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"));
        site.Only("AWS::Lambda::LayerVersion").Says(("Content.S3Bucket", AssetsOfCdk));
        Assert.Equal(
            [
                $"s3:GetObject on arn:aws:s3:::{AssetsOfCdk}/*.zip", $"s3:ListBucket on {pages.Arn}",
                $"s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject on {pages.Arn}/*",
                "cloudfront:CreateInvalidation, cloudfront:GetInvalidation on "
                    + $"arn:aws:cloudfront::${{AWS::AccountId}}:distribution/{site.Only("AWS::CloudFront::Distribution").Ref}",
            ],
            Statement.Of(role, site).Select(statement => $"{statement}")
                .Where(statement => !statement.StartsWith("logs:", StringComparison.Ordinal)));
    }

    private static Template Site(string stage) => Stages.Named(stage).Site;

    private static Resource Deployment(string stage, string id) => Assert.Single(
        Site(stage).OfType("Custom::CDKBucketDeployment"), deployment =>
            deployment.LogicalId.StartsWith($"Deployment{id}", StringComparison.Ordinal));
}
