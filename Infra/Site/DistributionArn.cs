using Amazon.CDK.AWS.CloudFront;

namespace Lexicon.Infra.Site;

/// <summary>What policies call a distribution; this CDK gives only its id.</summary>
internal static class DistributionArn
{
    /// <summary>The name of a distribution, which is in no Region.</summary>
    public static string Arn(this IDistribution distribution) => Arns.Global("cloudfront", $"distribution/{distribution.DistributionId}");
}
