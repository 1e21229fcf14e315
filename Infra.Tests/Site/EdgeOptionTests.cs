using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Site;

/// <summary>What the distribution does only when the context asks for it.</summary>
public sealed class EdgeOptionTests
{
    private const string InKey = "CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin";

    [Fact]
    public void OwnName_IsAnsweredWithItsOwnCertificateByTls12AtLeast()
    {
        var certificate = Stages.Full.Site.Only("AWS::CertificateManager::Certificate");

        Assert.Equal("lexicon.example.com", Distribution.Text("DistributionConfig.Aliases"));
        Assert.Equal($"${{{certificate.LogicalId}}}", Distribution.Text("DistributionConfig.ViewerCertificate.AcmCertificateArn"));
        Assert.Equal("TLSv1.2_2021", Distribution.Text("DistributionConfig.ViewerCertificate.MinimumProtocolVersion"));
        Assert.Equal("sni-only", Distribution.Text("DistributionConfig.ViewerCertificate.SslSupportMethod"));
    }

    [Fact]
    public void Certificate_IsProvenByARecordInTheZone()
    {
        var certificate = Stages.Full.Site.Only("AWS::CertificateManager::Certificate");

        Assert.Equal(("lexicon.example.com", "DNS"), (certificate.Text("DomainName"), certificate.Text("ValidationMethod")));
        Assert.Equal(
            ("lexicon.example.com", "Z0123456789ABCDEFGHIJ"),
            (certificate.Text("DomainValidationOptions.0.DomainName"), certificate.Text("DomainValidationOptions.0.HostedZoneId")));
    }

    [Fact]
    public void OwnName_LeadsToTheDistributionOverIPv4AndIPv6()
    {
        var records = Stages.Full.Site.OfType("AWS::Route53::RecordSet").ToList();

        Assert.Equal(["A", "AAAA"], records.Select(record => record.Text("Type")).Order());
        Assert.All(records, record =>
        {
            Assert.Equal(("lexicon.example.com.", "Z0123456789ABCDEFGHIJ"), (record.Text("Name"), record.Text("HostedZoneId")));
            Assert.Equal("${EdgeDistribution0060737B.DomainName}", record.Text("AliasTarget.DNSName"));
            Assert.Equal(
                """{"Fn::FindInMap":["AWSCloudFrontPartitionHostedZoneIdMap",{"Ref":"AWS::Partition"},"zoneId"]}""",
                record["AliasTarget.HostedZoneId"]!.ToJsonString());
        });

        // The zone of every distribution: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html.
        Assert.Equal(
            "Z2FDTNDATAQYW2",
            $"{Stages.Full.Site.Json["Mappings"]!["AWSCloudFrontPartitionHostedZoneIdMap"]!["aws"]!["zoneId"]}");
    }

    [Fact]
    public void OwnName_IsWhereSignInReturnsTo()
    {
        var client = Stages.Full.Site.Only("AWS::Cognito::UserPoolClient");

        Assert.Equal("https://lexicon.example.com/signed-in.html", client.Text("CallbackURLs"));
        Assert.Equal("https://lexicon.example.com/", client.Text("LogoutURLs"));
        Assert.Equal("https://lexicon.example.com", Stages.Full.Site.Output("SiteUrl"));
    }

    [Fact]
    public void Site_AnswersTheAllowedCountriesOnly()
    {
        const string Restriction = "DistributionConfig.Restrictions.GeoRestriction";

        Assert.Equal("whitelist", Distribution.Text($"{Restriction}.RestrictionType"));
        Assert.Equal(["SE", "NO"], Distribution.Texts($"{Restriction}.Locations"));
    }

    [Fact]
    public void RequestsOfTheSite_PassAWebAclFirst()
    {
        var acl = Stages.Full.Site.Only("AWS::WAFv2::WebACL");

        Assert.Equal($"${{{acl.LogicalId}.Arn}}", Distribution.Text("DistributionConfig.WebACLId"));
        Assert.Equal("CLOUDFRONT", acl.Text("Scope"));
    }

    [Theory]
    [InBothStages]
    public void WithoutOptions_TheSiteHasCloudFrontsNameAndAnswersEveryCountry(string stage)
    {
        var site = Stages.Named(stage).Site;
        var config = site.Only("AWS::CloudFront::Distribution")["DistributionConfig"]!;

        Assert.All(["Aliases", "ViewerCertificate", "Restrictions", "WebACLId"], property => Assert.Null(config[property]));
        Assert.DoesNotContain(site.Resources, resource =>
            resource.Type is "AWS::Route53::RecordSet" or "AWS::CertificateManager::Certificate" or "AWS::WAFv2::WebACL");
    }

    [Fact]
    public void AnswersKeptForOneOriginOrApiKey_AreNotGivenToAnother()
    {
        var policy = Stages.Full.Site.Behind(Distribution.Text("DistributionConfig.CacheBehaviors.1.CachePolicyId"));

        Assert.Equal("whitelist", policy.Text($"{InKey}.HeadersConfig.HeaderBehavior"));
        Assert.Equal(["Origin", "x-api-key"], policy.Texts($"{InKey}.HeadersConfig.Headers"));
    }

    private static Resource Distribution => Stages.Full.Site.Only("AWS::CloudFront::Distribution");
}
