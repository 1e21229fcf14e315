using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Hosting;
using Lexicon.Local.S3;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>
/// Finds what an origin's domain name means here: a bucket of this process, the API Gateway endpoint, a server on loopback, or
/// what <c>--origin</c> names. Anything else would leave this machine and is refused.
/// </summary>
internal sealed partial class OriginReader(
    Endpoints endpoints, IBuckets buckets, CloudFrontPolicies policies, OriginMap map, TimeProvider patience)
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The origin.</summary>
    public Origin Read(TemplateResource resource, DistributionProperties.Origin properties, string distributionId) => new()
    {
        DomainName = properties.DomainName,
        Path = properties.OriginPath,
        CustomHeaders = [.. properties.OriginCustomHeaders.Select(header => (header.HeaderName, header.HeaderValue))],
        ConnectionAttempts = properties.ConnectionAttempts,
        ResponseTimeout = TimeSpan.FromSeconds(properties.CustomOriginConfig?.OriginReadTimeout ?? 30),
        Transport = BucketDomain().Match(properties.DomainName) is { Success: true } bucket
            ? ToBucket(resource, properties, bucket.Groups["bucket"].Value, distributionId)
            : OverHttp(resource, properties),
    };

    private HttpTransport OverHttp(TemplateResource resource, DistributionProperties.Origin properties)
    {
        var address = ApiDomain().IsMatch(properties.DomainName) ? endpoints.Api : map.AddressOf(properties)
            ?? throw resource.Refuse(
                $"DistributionConfig.Origins[{properties.Id}].DomainName",
                $"'{properties.DomainName}' is neither a bucket nor a REST API of the templates nor an address of this machine; "
                + $"--origin {properties.DomainName}=http://localhost:PORT names a server that takes its place");
        var connectTimeout = properties.ConnectionTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultConnectTimeout;
        return new(address, connectTimeout, patience);
    }

    private BucketTransport ToBucket(
        TemplateResource resource, DistributionProperties.Origin properties, string bucket, string distributionId)
    {
        if (properties.S3OriginConfig is { OriginAccessIdentity.Length: > 0 })
        {
            throw resource.Refuse(
                $"DistributionConfig.Origins[{properties.Id}].S3OriginConfig.OriginAccessIdentity",
                "origin access control has taken its place");
        }

        var signing = properties.OriginAccessControlId is { Length: > 0 } id
            ? policies.AccessControl(resource, $"DistributionConfig.Origins[{properties.Id}].OriginAccessControlId", id)
            : OriginAccessControl.Never;
        return new(buckets, bucket, signing, Distribution.ArnOf(distributionId), resource.Place);
    }

    [GeneratedRegex(@"^(?<bucket>[a-z0-9][a-z0-9.-]+?)\.s3\.([a-z0-9-]+\.)?amazonaws\.com$", RegexOptions.ExplicitCapture)]
    private static partial Regex BucketDomain();

    [GeneratedRegex(@"^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com$")]
    private static partial Regex ApiDomain();
}
