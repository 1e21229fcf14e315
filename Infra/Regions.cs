using System.Text.RegularExpressions;

namespace Lexicon.Infra;

/// <summary>Where a stage, and where copies of its table, can be.</summary>
internal static partial class Regions
{
    // Those that an account has without asking for them: CloudFront delivers access logs to buckets of no other ones, see
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html and
    // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html.
    private static readonly string[] s_enabledByDefault =
    [
        Options.GlobalRegion, "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1",
        "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3",
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
    ];

    /// <summary>The Region of the stage: <c>region</c>, by default the one where CloudFront's own things live.</summary>
    /// <exception cref="RefusedContextException">CloudFront would deliver no access logs there.</exception>
    public static string Read(Context context) => context.OneOf("region", s_enabledByDefault);

    /// <summary>The further Regions of the table: <c>replicaRegions</c>.</summary>
    /// <exception cref="RefusedContextException">One is no Region, is the stage's own, is named twice, or cannot have the table's key.</exception>
    public static IReadOnlyList<string> ReadReplicas(Context context, string own, TableKey key)
    {
        var regions = context.List("replicaRegions");
        if (regions.FirstOrDefault(region => !Name().IsMatch(region)) is { } unknown)
        {
            throw new RefusedContextException($"Context replicaRegions names '{unknown}', which is no Region.");
        }

        if (regions.Contains(own))
        {
            throw new RefusedContextException($"Context replicaRegions names '{own}', where the table itself is.");
        }

        if (regions.CountBy(region => region).FirstOrDefault(region => region.Value > 1).Key is { } twice)
        {
            throw new RefusedContextException($"Context replicaRegions names '{twice}' twice.");
        }

        // A key belongs to one Region, and a stack can make none in another one.
        return regions.Count == 0 || key != TableKey.CustomerManaged
            ? regions
            : throw new RefusedContextException("Context replicaRegions does not go with tableKey=customer-managed: a key belongs to one Region.");
    }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-\d$")]
    private static partial Regex Name();
}
