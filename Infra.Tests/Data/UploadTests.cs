using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Data;

/// <summary>Which pages may upload images.</summary>
public sealed class UploadTests
{
    [Theory]
    [InBothStages]
    public void Images_AreUploadedFromDistributionsOnly_ByForm(string stage) =>
        Assert.Equal("https://*.cloudfront.net POST", Rule(Stages.Named(stage)));

    [Fact]
    public void Images_AreUploadedFromTheSitesOwnNameOnly_IfItHasOne() =>
        Assert.Equal("https://lexicon.example.com POST", Rule(Stages.Full));

    [Theory]
    [InEveryVariant]
    public void OtherBuckets_TakeNoRequestsOfPages(string stage) => Assert.Equal(
        ["ImagesBucket4B6DB8E1"],
        Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::S3::Bucket"))
            .Where(bucket => bucket["CorsConfiguration"] is not null)
            .Select(bucket => bucket.LogicalId));

    private static string Rule(SynthesizedStage stage)
    {
        var rule = Assert.Single(stage.Data["ImagesBucket4B6DB8E1"]["CorsConfiguration.CorsRules"]!.AsArray())!;
        Assert.Equal((null, null, "3600"), (rule["AllowedHeaders"], rule["ExposedHeaders"], $"{rule["MaxAge"]}"));
        return $"{Intrinsics.Render(rule["AllowedOrigins"])} {Intrinsics.Render(rule["AllowedMethods"])}";
    }
}
