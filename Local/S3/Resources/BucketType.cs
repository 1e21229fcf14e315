using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.S3.Events;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Resources;

/// <summary><c>AWS::S3::Bucket</c>: a folder below the data folder, which is open once, whatever changes about the bucket.</summary>
internal sealed partial class BucketType(
    Settings settings, Endpoints endpoints, Buckets buckets, BucketListeners listeners, TimeProvider time, Buckets? before)
    : ResourceType<BucketProperties>("AWS::S3::Bucket", "a folder of objects with a metadata file beside each")
{
    private const int LongestName = 63;

    private static readonly BucketProperties.PublicAccessBlock OfNewBuckets =
        new() { RestrictPublicBuckets = true, BlockPublicPolicy = true };

    protected override ProvisionedResource Provision(TemplateResource resource, BucketProperties properties)
    {
        var name = properties.BucketName ?? resource.PhysicalName(LongestName).ToLowerInvariant();
        if (!BucketName.IsValid(name))
        {
            throw resource.Refuse("BucketName", $"'{name}' is not a bucket name");
        }

        if (!buckets.Add(Open(resource, name, properties)))
        {
            throw new StartupException($"{resource.Place}: the bucket name '{name}' is taken by another resource");
        }

        return new(name)
        {
            Attributes = new Dictionary<string, string>
            {
                ["Arn"] = Bucket.ArnOf(name),
                ["DomainName"] = $"{name}.s3.amazonaws.com",
                ["DualStackDomainName"] = $"{name}.s3.dualstack.{Account.Region}.amazonaws.com",
                ["RegionalDomainName"] = $"{name}.s3.{Account.Region}.amazonaws.com",
                ["WebsiteURL"] = $"http://{name}.s3-website-{Account.Region}.amazonaws.com",
            },
        };
    }

    private Bucket Open(TemplateResource resource, string name, BucketProperties properties)
    {
        var block = properties.PublicAccessBlockConfiguration ?? OfNewBuckets;
        var folder = Directory.CreateDirectory(Path.Combine(settings.Data, "s3", name)).FullName;
        var open = before?.Find(name);
        var store = open?.Store ?? new ObjectStore(folder, time);
        return new(name, store, open?.Uploads ?? new MultipartUploads(Path.Combine(folder, "uploads"), time))
        {
            Created = Directory.GetCreationTimeUtc(folder),
            Cors = [.. properties.CorsConfiguration?.CorsRules.Select(WithOwnSite) ?? []],
            RestrictsPublicAccess = block.RestrictPublicBuckets,
            BlocksPublicPolicy = block.BlockPublicPolicy,
            Events = listeners.Of(resource, name, properties.NotificationConfiguration),
        };
    }

    // Who lets the pages of distributions in lets in those of the endpoint that takes their place.
    private CorsRule WithOwnSite(CorsRule rule) =>
        rule.AllowedOrigins.Any(origin => origin.EndsWith(".cloudfront.net", StringComparison.Ordinal))
        ? rule with { AllowedOrigins = [.. rule.AllowedOrigins, endpoints.Site.GetLeftPart(UriPartial.Authority)] }
        : rule;
}
