using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Api;
using Lexicon.Local.CloudFront.Facts;
using Lexicon.Local.CloudFront.Functions;
using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.CloudFront.Resources;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.S3;
using Lexicon.Local.Waf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// CloudFront on the <c>Site</c> endpoint: the distributions of the templates, chosen by host name, the first by default.
/// Each request is served by the point of presence next to where its viewer stands.
/// </summary>
internal sealed class CloudFrontService : IService, IHttpEndpoint
{
    private readonly Distributions _distributions = new();
    private readonly EdgePipeline _pipeline;
    private readonly Invalidations _invalidations;
    private readonly VisitorPlace _visitors;
    private readonly TimeProvider _time;

    /// <summary>Wires the service; opens no connection.</summary>
    /// <param name="endpoints">Where the origins are.</param>
    /// <param name="buckets">The buckets among them.</param>
    /// <param name="firewall">The web ACLs.</param>
    /// <param name="time">The clock of the cache.</param>
    /// <param name="patience">
    /// The clock of the waiting for an origin, which stops while a debugger is at a function, or a request is held.
    /// </param>
    /// <param name="origins">Servers on this machine that take the place of custom origins; none when absent.</param>
    /// <param name="hasDistance">Whether requests take as long as their way would.</param>
    /// <param name="data">The folder for what survives a restart; null: nothing does.</param>
    /// <param name="before">The service that runs now, where there is one; the caches begin empty, as after a deployment.</param>
    /// <param name="holds">Lets a request wait at a step; null: none waits.</param>
    public CloudFrontService(
        Endpoints endpoints,
        IBuckets buckets,
        IFirewall firewall,
        TimeProvider time,
        TimeProvider patience,
        OriginMap? origins = null,
        bool hasDistance = false,
        string? data = null,
        CloudFrontService? before = null,
        IHolds? holds = null)
    {
        var locations = new EdgeLocations(time);
        _visitors = before?._visitors ?? new VisitorPlace();
        var policies = new CloudFrontPolicies();
        var functions = new EdgeFunctions();
        var originReader = new OriginReader(endpoints, buckets, policies, origins ?? OriginMap.Empty, patience);
        _pipeline = new(_distributions, locations, _visitors, new Travel(hasDistance, time), endpoints.Console, time, holds);
        _invalidations = new(locations, new InvalidationFile(data), time);
        _time = time;
        Edge = new EdgeFacts(locations, _visitors, _distributions, _invalidations, time);
        ResourceTypes =
        [
            new DistributionType(_distributions, originReader, endpoints, firewall, policies, functions, time),
            new FunctionType(functions),
            new CachePolicyType(policies),
            new OriginRequestPolicyType(policies),
            new ResponseHeadersPolicyType(policies, endpoints),
            new OriginAccessControlType(policies),
        ];
    }

    public string Name => "CloudFront";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    /// <summary>What whoever watches the edge may see and do.</summary>
    public IEdge Edge { get; }

    /// <summary>CloudFront's own API, for the AWS endpoint.</summary>
    public IAwsService Api(IIdentities identities) => new CloudFrontApi(_distributions, _invalidations, identities, _time);

    public Task StartAsync(CancellationToken cancellation)
    {
        _distributions.CheckBuckets();
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
            // The viewer went away; there is nobody to respond to.
        }
    }

    public ValueTask RetireAsync() => DisposeAsync();

    public ValueTask DisposeAsync()
    {
        _distributions.Dispose();
        return ValueTask.CompletedTask;
    }
}
