using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Hosting;
using Lexicon.Local.S3;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>
/// Finds what an origin's domain name means here: a bucket of this process, the API Gateway endpoint, a server on loopback, or
/// what <c>--origin</c> says. Anything else would leave this machine and is refused.
/// </summary>
internal sealed partial class OriginReader(
    Endpoints endpoints, S3Service s3, CloudFrontPolicies catalog, OriginMap map, TimeProvider patience) : IDisposable
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(10);
    private readonly List<(string Place, string Bucket)> _buckets = [];
    private readonly List<HttpTransport> _transports = [];

    /// <summary>The buckets that are origins, with the place that says so.</summary>
    public IReadOnlyList<(string Place, string Bucket)> Buckets => _buckets;

    /// <summary>The origin.</summary>
    public Origin Read(TemplateResource resource, DistributionProperties.Origin properties, string distributionId) => new()
    {
        DomainName = properties.DomainName,
        Path = properties.OriginPath,
        CustomHeaders = [.. properties.OriginCustomHeaders.Select(header => (header.HeaderName, header.HeaderValue))],
        ConnectionAttempts = properties.ConnectionAttempts,
        ResponseTimeout = TimeSpan.FromSeconds(properties.CustomOriginConfig?.OriginReadTimeout ?? 30),
        Transport = Transport(resource, properties, distributionId),
    };

    public void Dispose()
    {
        foreach (var transport in _transports)
        {
            transport.Dispose();
        }
    }

    private IOriginTransport Transport(TemplateResource resource, DistributionProperties.Origin properties, string distributionId)
    {
        if (BucketDomain().Match(properties.DomainName) is { Success: true } bucket)
        {
            return ToBucket(resource, properties, bucket.Groups["bucket"].Value, distributionId);
        }

        var address = ApiDomain().IsMatch(properties.DomainName) ? endpoints.Api : map.AddressOf(properties)
            ?? throw resource.Refuse(
                $"DistributionConfig.Origins[{properties.Id}].DomainName",
                $"'{properties.DomainName}' is neither a bucket nor a REST API of the templates nor an address of this machine; "
                + $"--origin {properties.DomainName}=http://localhost:PORT names a server that takes its place");
        var connectTimeout = properties.ConnectionTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultConnectTimeout;
        var transport = new HttpTransport(address, connectTimeout, patience);
        _transports.Add(transport);
        return transport;
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

        _buckets.Add((resource.Place, bucket));
        var signing = properties.OriginAccessControlId is { Length: > 0 } id
            ? catalog.AccessControl(resource, $"DistributionConfig.Origins[{properties.Id}].OriginAccessControlId", id)
            : OriginAccessControl.Never;
        return new(s3, bucket, signing, Distribution.ArnOf(distributionId));
    }

    [GeneratedRegex(@"^(?<bucket>[a-z0-9][a-z0-9.-]+?)\.s3\.([a-z0-9-]+\.)?amazonaws\.com$", RegexOptions.ExplicitCapture)]
    private static partial Regex BucketDomain();

    [GeneratedRegex(@"^[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com$")]
    private static partial Regex ApiDomain();
}
