namespace Lexicon.Infra.Tests.Data;

/// <summary>What holds data stays where it is: another logical id is another resource, and an update would leave the data behind.</summary>
public sealed class HeldDataTests
{
    [Theory]
    [InlineData("Data", "AWS::Cognito::UserPool ReadersPoolE73218F0", "")]
    [InlineData("Data", "AWS::DynamoDB::GlobalTable GlossariesTableC9239ACE", "")]
    [InlineData("Data", "AWS::KMS::Key GlossariesEncryptionKey40C33E3F", "full")]
    [InlineData("Data", "AWS::S3::Bucket ImagesBucket4B6DB8E1", "")]
    [InlineData("Data", "AWS::S3::Bucket LogsBucket5C52C3D2", "")]
    [InlineData("Site", "AWS::S3::Bucket LogsBucket5C52C3D2", "")]
    [InlineData("Site", "AWS::S3::Bucket PagesBucket1F9960AC", "")]
    [InlineData("Operations", "AWS::S3::Bucket DataEventsBucket48D9FA8A", "full")]
    public void WhatHoldsData_KeepsItsLogicalId(string stack, string resource, string variant) => Assert.All(
        Stages.Variants.Where(stage => variant.Length == 0 || stage.Key == variant),
        stage => Assert.Contains(resource, stage.Value.Stack(stack).Resources.Select(held => $"{held.Type} {held.LogicalId}")));

    [Theory, InEveryVariant]
    public void Images_AreUploadedByForm_FromTheSite_AndCanBeBroughtBackForAMonth(string stage)
    {
        var images = Stages.Named(stage).Data.At("Images/Bucket/Resource");
        images.Says(
            ("VersioningConfiguration.Status", "Enabled"),
            ("LifecycleConfiguration.Rules.0.NoncurrentVersionExpiration.NoncurrentDays", "30"),
            ("LifecycleConfiguration.Rules.0.ExpiredObjectDeleteMarker", "true"),
            ("LifecycleConfiguration.Rules.1.Prefix", "uploads/"), ("LifecycleConfiguration.Rules.1.ExpirationInDays", "1"),
            ("NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", "true"),
            ("CorsConfiguration.CorsRules.0.AllowedOrigins", stage == "full" ? "https://lexicon.example.com" : "https://*.cloudfront.net"),
            ("CorsConfiguration.CorsRules.0.AllowedMethods", "POST"), ("CorsConfiguration.CorsRules.0.AllowedHeaders", ""),
            ("CorsConfiguration.CorsRules.0.ExposedHeaders", ""), ("CorsConfiguration.CorsRules.0.MaxAge", "3600"));
        Assert.Single(images.Items("CorsConfiguration.CorsRules"));
        Assert.Equal(
            [images],
            Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::S3::Bucket"))
                .Where(bucket => bucket["CorsConfiguration"] is not null));
    }

    [Theory, InEveryVariant]
    public void Images_AreReadByDistributionsOfThisAccount_AndByNobodyElse(string stage) => Assert.Equal(
        [
            "Allow cloudfront.amazonaws.com s3:GetObject on ${ImagesBucket4B6DB8E1.Arn}/images/* if StringEquals "
            + "aws:SourceAccount ${AWS::AccountId} "
                + "and ArnLike aws:SourceArn arn:aws:cloudfront::${AWS::AccountId}:distribution/*",
        ],
        from policy in Stages.Named(stage).Data.OfType("AWS::S3::BucketPolicy")
        from statement in Statement.Of(policy["PolicyDocument"])
        where statement.Effect == "Allow" && statement.Principal != "logging.s3.amazonaws.com"
        where !statement.Principal.Contains("AutoDeleteObjects", StringComparison.Ordinal)
        select statement.WithPrincipal());
}
