using Lexicon.Local.Assembly;
using Lexicon.Local.Hosting;
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
    private readonly DistributionType distributions;
    private readonly EdgePipeline pipeline;
    private readonly S3Service s3;

    /// <summary>Wires the service; opens no connection.</summary>
    /// <param name="endpoints">Where the origins are.</param>
    /// <param name="s3">The buckets among them.</param>
    /// <param name="firewall">The web ACLs.</param>
    /// <param name="time">The clock of the cache.</param>
    /// <param name="patience">The clock of the waiting for an origin, which stands still while a debugger is at a function.</param>
    public CloudFrontService(Endpoints endpoints, S3Service s3, IFirewall firewall, TimeProvider time, TimeProvider patience)
    {
        this.s3 = s3;
        var catalogue = new PolicyCatalogue();
        distributions = new(endpoints, s3, firewall, catalogue, patience);
        pipeline = new(new PointOfPresence(PointOfPresenceName, CacheBytes, time));
        ResourceTypes =
        [
            distributions,
            new CachePolicyType(catalogue),
            new OriginRequestPolicyType(catalogue),
            new ResponseHeadersPolicyType(catalogue),
            new OriginAccessControlType(catalogue),
        ];
    }

    /// <inheritdoc/>
    public string Name => "CloudFront";

    /// <inheritdoc/>
    public IEnumerable<IResourceType> ResourceTypes { get; }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellation)
    {
        foreach (var (place, bucket) in distributions.Buckets)
        {
            if (!s3.HasBucket(bucket))
            {
                throw new Refusal($"{place}: an origin is the bucket '{bucket}', which is not in the templates");
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(HttpContext context)
    {
        // The origins have their own limits.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var host = context.Request.Host.Host;
        var all = distributions.All;
        try
        {
            await pipeline.HandleAsync(context, all.FirstOrDefault(one => one.Answers(host)) ?? (all.Count > 0 ? all[0] : null));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The viewer went away; there is nobody to answer.
        }
    }

    /// <inheritdoc/>
    public ValueTask RetireAsync() => DisposeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        distributions.Dispose();
        return ValueTask.CompletedTask;
    }
}
