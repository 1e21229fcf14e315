namespace Lexicon.Infra;

/// <summary>Where a stage, and where copies of its table, can be.</summary>
internal static class Regions
{
    /// <summary>The Region of the stage: <c>region</c>, by default the one where CloudFront's own things live.</summary>
    /// <remarks>
    /// One of those that an account has without asking for it: CloudFront delivers access logs to buckets of no other one, see
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html and
    /// https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html.
    /// </remarks>
    public static string Read(Context context) => context.OneOf("region");

    /// <summary>The further Regions of the table: <c>replicaRegions</c>.</summary>
    /// <exception cref="RefusedContextException">One is the stage's own, is named twice, or cannot have the table's key.</exception>
    public static IReadOnlyList<string> ReadReplicas(Context context, string own, TableKey key)
    {
        var regions = context.List("replicaRegions");
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
            : throw new RefusedContextException(
                "Context replicaRegions does not go with tableKey=customer-managed: a key belongs to one Region.");
    }
}
