using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Api;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.CloudFront.Resources;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.S3;
using Lexicon.Local.Waf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// CloudFront on the <c>Site</c> endpoint: the distributions of the templates, chosen by host name, the first by default.
/// There is one point of presence.
/// </summary>
internal sealed class CloudFrontService : IService, IHttpEndpoint
{
    private const long CacheBytes = 128 * 1024 * 1024;
    private const string PointOfPresenceName = "LCL50-P1";
    private readonly DistributionType _distributions;
    private readonly EdgePipeline _pipeline;
    private readonly Invalidations _invalidations;
    private readonly S3Service _s3;

    /// <summary>Wires the service; opens no connection.</summary>
    /// <param name="endpoints">Where the origins are.</param>
    /// <param name="s3">The buckets among them.</param>
    /// <param name="firewall">The web ACLs.</param>
    /// <param name="time">The clock of the cache.</param>
    /// <param name="patience">The clock of the waiting for an origin, which stands still while a debugger is at a function.</param>
    /// <param name="origins">Servers on this machine that take the place of custom origins; none when absent.</param>
    public CloudFrontService(
        Endpoints endpoints, S3Service s3, IFirewall firewall, TimeProvider time, TimeProvider patience, OriginMap? origins = null)
    {
        _s3 = s3;
        var catalog = new CloudFrontPolicies();
        var reader = new OriginReader(endpoints, s3, catalog, origins ?? OriginMap.Empty, patience);
        _distributions = new(reader, endpoints, firewall, catalog);
        var pointOfPresence = new PointOfPresence(PointOfPresenceName, CacheBytes, time);
        _pipeline = new(() => _distributions.All, pointOfPresence);
        _invalidations = new(pointOfPresence.Cache, time);
        ResourceTypes =
        [
            _distributions,
            new CachePolicyType(catalog),
            new OriginRequestPolicyType(catalog),
            new ResponseHeadersPolicyType(catalog),
            new OriginAccessControlType(catalog),
        ];
    }

    public string Name => "CloudFront";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    /// <summary>CloudFront's own API, for the AWS endpoint.</summary>
    public IAwsService Api(IIdentities identities) => new CloudFrontApi(() => _distributions.All, _invalidations, identities);

    public Task StartAsync(CancellationToken cancellation)
    {
        foreach (var (place, bucket) in _distributions.Buckets)
        {
            if (!_s3.HasBucket(bucket))
            {
                throw new StartupException($"{place}: an origin is the bucket '{bucket}', which is not in the templates");
            }
        }

        return Task.CompletedTask;
    }

    public async Task HandleAsync(HttpContext context)
    {
        // The origins have their own limits.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        try
        {
            await _pipeline.HandleAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The viewer went away; there is nobody to answer.
        }
    }

    public ValueTask RetireAsync() => DisposeAsync();

    public ValueTask DisposeAsync()
    {
        _distributions.Dispose();
        return ValueTask.CompletedTask;
    }
}
