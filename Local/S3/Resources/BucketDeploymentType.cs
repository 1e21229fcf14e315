using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.S3.Deployment;

namespace Lexicon.Local.S3.Resources;

/// <summary>
/// <c>Custom::CDKBucketDeployment</c>, provisioned without its provider function. As CloudFormation does, it deploys when
/// its properties have changed since the last time, and not otherwise.
/// </summary>
internal sealed class BucketDeploymentType(IAssets assets, Buckets buckets, ICollection<BucketDeployment> deployments)
    : ResourceType<BucketDeploymentProperties>("Custom::CDKBucketDeployment", "the source assets' files, copied into the bucket")
{
    protected override ProvisionedResource Provision(TemplateResource resource, BucketDeploymentProperties properties)
    {
        var bucket = buckets.Find(properties.DestinationBucketName) ?? throw resource.Refuse(
            "DestinationBucketName", $"no bucket of the templates is named '{properties.DestinationBucketName}'");
        if (properties.SourceBucketNames.Count != properties.SourceObjectKeys.Count
            || properties.SourceMarkers.Count > properties.SourceObjectKeys.Count)
        {
            throw resource.Refuse("SourceObjectKeys", "SourceBucketNames differs in length, or SourceMarkers is longer");
        }

        deployments.Add(new(resource.ShortId(16), bucket)
        {
            Fingerprint = Fingerprint(resource.Properties),
            Sources = [.. properties.SourceObjectKeys.Select((key, i) => new DeploymentSource(
                assets.Find(properties.SourceBucketNames[i], key), properties.Extract, key, Markers(resource, properties, i)))],
            Prefix = properties.DestinationBucketKeyPrefix.Trim('/') is { Length: > 0 } prefix ? $"{prefix}/" : "",
            Prune = properties.Prune,
            Filter = new(properties.Exclude, properties.Include),
            SystemMetadata = SystemMetadata(resource, properties),
            UserMetadata = properties.UserMetadata.ToDictionary(entry => entry.Key.ToLowerInvariant(), entry => entry.Value),
        });
        return new($"aws.cdk.s3deployment.{resource.ShortId(16)}")
        {
            Attributes = new Dictionary<string, string> { ["DestinationBucketArn"] = properties.DestinationBucketArn ?? bucket.Arn },
        };
    }

    private static IReadOnlyDictionary<string, string> Markers(TemplateResource resource, BucketDeploymentProperties properties, int source)
    {
        try
        {
            return MarkerEncoding.Encode(
                properties.SourceMarkers.ElementAtOrDefault(source) ?? new Dictionary<string, JsonNode>(),
                properties.SourceMarkersConfig.ElementAtOrDefault(source) ?? new BucketDeploymentProperties.MarkerSettings());
        }
        catch (FormatException failure)
        {
            throw resource.Refuse($"SourceMarkersConfig[{source}]", failure.Message);
        }
    }

    private static Dictionary<string, string> SystemMetadata(TemplateResource resource, BucketDeploymentProperties properties)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (given, value) in properties.SystemMetadata)
        {
            var name = given.ToLowerInvariant();
            found[name == "storage-class" ? "x-amz-storage-class" : name] = name is "cache-control" or "content-type"
                or "content-disposition" or "content-encoding" or "content-language" or "expires" or "storage-class"
                    ? value
                    : throw resource.Refuse($"SystemMetadata.{given}", "no such metadata of an object is kept");
        }

        return found;
    }

    private static string Fingerprint(JsonObject properties)
    {
        // Where the provider function lives says nothing of what is deployed.
        var deployed = properties.Where(property => property.Key != "ServiceToken").OrderBy(
            property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()));
        var json = new JsonObject(deployed).ToJsonString();
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)));
    }
}
