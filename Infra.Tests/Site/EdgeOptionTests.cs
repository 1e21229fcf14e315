namespace Lexicon.Infra.Tests.Site;

/// <summary>What the distribution does only when the context asks for it.</summary>
public sealed class EdgeOptionTests
{
    private static Template Site => Stages.Full.Site;

    private static Resource Distribution => Site.Only("AWS::CloudFront::Distribution");

    private static Resource Certificate => Site.Only("AWS::CertificateManager::Certificate");

    [Fact]
    public void OwnName_IsAnsweredWithItsOwnCertificateByTls12AtLeast()
    {
        Distribution.Says(
            ("DistributionConfig.Aliases", "lexicon.example.com"),
            ("DistributionConfig.ViewerCertificate.AcmCertificateArn", Certificate.Ref),
            ("DistributionConfig.ViewerCertificate.MinimumProtocolVersion", "TLSv1.2_2021"),
            ("DistributionConfig.ViewerCertificate.SslSupportMethod", "sni-only"));
        Certificate.Says(
            ("DomainName", "lexicon.example.com"), ("ValidationMethod", "DNS"),
            ("DomainValidationOptions.0.DomainName", "lexicon.example.com"),
            ("DomainValidationOptions.0.HostedZoneId", "Z0123456789ABCDEFGHIJ"));
        Assert.Equal("https://lexicon.example.com", Site.Output("SiteUrl"));
    }

    // The zone of every distribution: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html.
    [Fact]
    public void OwnName_LeadsToTheDistributionOverIPv4AndIPv6()
    {
        var records = Site.OfType("AWS::Route53::RecordSet").ToList();
        Assert.Equal(["A", "AAAA"], records.Select(record => record.Text("Type")).Order());
        Assert.All(records, record => record.Says(
            ("Name", "lexicon.example.com."), ("HostedZoneId", "Z0123456789ABCDEFGHIJ"),
            ("AliasTarget.DNSName", $"${{{Distribution.LogicalId}.DomainName}}"),
            ("AliasTarget.HostedZoneId", "{Fn::FindInMap: AWSCloudFrontPartitionHostedZoneIdMap, ${AWS::Partition}, zoneId}")));
        Assert.Equal("Z2FDTNDATAQYW2", $"{Site.Json["Mappings"]!["AWSCloudFrontPartitionHostedZoneIdMap"]!["aws"]!["zoneId"]}");
    }

    [Fact]
    public void Site_AnswersTheAllowedCountriesOnly_BehindAWebAcl() => Distribution.Says(
        ("DistributionConfig.Restrictions.GeoRestriction.RestrictionType", "whitelist"),
        ("DistributionConfig.Restrictions.GeoRestriction.Locations", "SE, NO"),
        ("DistributionConfig.WebACLId", Site.Only("AWS::WAFv2::WebACL").Arn));

    [Theory, InlineData("dev"), InlineData("prod")]
    public void WithoutOptions_TheSiteHasCloudFrontsNameAndAnswersEveryCountry(string stage)
    {
        var distribution = Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");
        distribution.Says(
            ("DistributionConfig.Aliases", ""), ("DistributionConfig.ViewerCertificate", ""), ("DistributionConfig.Restrictions", ""),
            ("DistributionConfig.WebACLId", ""));
        Assert.Empty(
            Stages.Named(stage).Site.OfType("AWS::Route53::RecordSet", "AWS::CertificateManager::Certificate", "AWS::WAFv2::WebACL"));
        Assert.Equal($"https://${{{distribution.LogicalId}.DomainName}}", Stages.Named(stage).Site.Output("SiteUrl"));
    }
}
