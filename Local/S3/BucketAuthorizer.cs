using Lexicon.Local.Iam;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3;

/// <summary>
/// Asks IAM, with the bucket policy. <c>aws:SecureTransport</c> is true for every request: on AWS the statement that
/// denies insecure transport guards the way over a network, and here there is no network, only loopback and this process.
/// </summary>
internal sealed class BucketAuthorizer(IIdentities identities)
{
    /// <summary>Throws S3's <c>AccessDenied</c> unless the caller may do this.</summary>
    public void Demand(S3Request request, Bucket bucket, string action, string? key = null)
    {
        var decision = Decide(request, bucket, action, key);
        if (!decision.Allowed)
        {
            throw Denied(request, decision, ResourceOf(bucket, key));
        }
    }

    /// <summary>Whether the caller may do this.</summary>
    public bool Allows(S3Request request, Bucket bucket, string action, string? key = null) =>
        Decide(request, bucket, action, key).Allowed;

    /// <summary>
    /// Whether the caller may list a key, and so learn that it is missing. A policy that allows <c>s3:ListBucket</c> for some prefixes
    /// alone (https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html) is held against the key: so does S3, which
    /// Ceph found out (https://github.com/ceph/ceph/pull/68577).
    /// </summary>
    public bool AllowsListing(S3Request request, Bucket bucket, string key) =>
        Decide(request, bucket, "s3:ListBucket", null, ("s3:prefix", key)).Allowed;

    /// <summary>Asks about an action on no bucket in particular.</summary>
    public void DemandForAccount(S3Request request, string action)
    {
        const string AllBuckets = "arn:aws:s3:::*";
        var decision = identities.Authorize(new(request.Caller, action, AllBuckets) { Context = Context(request) });
        if (!decision.Allowed)
        {
            throw Denied(request, decision, AllBuckets);
        }
    }

    // S3 explains itself to principals of the account only, and quotes the resource.
    private static S3Exception Denied(S3Request request, Decision decision, string resource) => S3Exception.AccessDenied(
        request.Caller.RoleArn is null
            ? "Access Denied"
            : decision.Message.Replace($"on resource: {resource}", $"on resource: \"{resource}\"", StringComparison.Ordinal));

    private static string ResourceOf(Bucket bucket, string? key) => key is null ? bucket.Arn : $"{bucket.Arn}/{key}";

    private static Dictionary<string, IReadOnlyList<string>> Context(S3Request request)
    {
        var context = new Dictionary<string, IReadOnlyList<string>>(request.Conditions, StringComparer.OrdinalIgnoreCase)
        {
            ["aws:SecureTransport"] = ["true"],
        };
        foreach (var name in (string[])["prefix", "delimiter", "max-keys"])
        {
            if (request.Parameter(name) is { } value)
            {
                context[$"s3:{name}"] = [value];
            }
        }

        return context;
    }

    private Decision Decide(
        S3Request request, Bucket bucket, string action, string? key, (string Key, string Value)? condition = null)
    {
        if (bucket.RestrictsPublicAccess && request.Caller == Caller.Anonymous)
        {
            return new(false, "Access Denied");
        }

        var context = Context(request);
        if (condition is { } known)
        {
            context[known.Key] = [known.Value];
        }

        return identities.Authorize(new(request.Caller, action, ResourceOf(bucket, key)) { Context = context }, bucket.Policy);
    }
}
