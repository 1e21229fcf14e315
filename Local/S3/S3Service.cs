using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.S3.Deployment;
using Lexicon.Local.S3.Events;
using Lexicon.Local.S3.Operations;
using Lexicon.Local.S3.Posts;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Resources;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3;

/// <summary>
/// Amazon S3 on files: the buckets of the templates, the REST protocol of the SDKs and the CLI, and bucket deployments.
/// Objects live below <c>s3/{bucket}</c> in the data folder.
/// </summary>
internal sealed class S3Service : IService, IAwsService, IBuckets
{
    private readonly Settings _settings;
    private readonly Buckets _buckets = new();
    private readonly List<BucketDeployment> _deployments = [];
    private readonly S3Pipeline _pipeline;

    /// <summary>Wires the service; touches no file.</summary>
    /// <param name="settings">Where the data is.</param>
    /// <param name="endpoints">Where the pages of the distributions come from.</param>
    /// <param name="assets">What is deployed.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="keys">Access keys, for forms that were signed beforehand.</param>
    /// <param name="events">The event buses that changes of objects are reported to.</param>
    /// <param name="functions">The functions that they are reported to.</param>
    /// <param name="queues">The queues that they are reported to.</param>
    /// <param name="topics">The topics that they are reported to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The instance whose open buckets this one takes over.</param>
    public S3Service(
        Settings settings,
        Endpoints endpoints,
        IAssets assets,
        IIdentities identities,
        IAccessKeys keys,
        IEventBuses events,
        IFunctions functions,
        IQueues queues,
        ITopics topics,
        TimeProvider time,
        S3Service? before = null)
    {
        _settings = settings;
        _pipeline = new(_buckets, new BucketAuthorizer(identities), new PostObject(new PostSignature(keys), time), time);
        var listeners = new BucketListeners(events, functions, queues, topics, time);
        ResourceTypes =
        [
            new BucketType(settings, endpoints, _buckets, listeners, time, before?._buckets),
            new BucketPolicyType(_buckets, identities),
            new BucketDeploymentType(assets, _buckets, _deployments),
            new BucketNotificationsType(_buckets, listeners),
            new AutoDeleteObjectsType(),
        ];
    }

    public string Name => "S3";

    public string SigningName => "s3";

    public IEnumerable<string> Operations => S3Operation.Names;

    public AwsError InternalError => new(500, "InternalError", "We encountered an internal error. Please try again.");

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var deployment in _deployments)
        {
            await deployment.RunAsync(_settings.Data, cancellation);
        }
    }

    public bool HasBucket(string name) => _buckets.Find(name) is not null;

    public Task<S3Response> ExecuteAsync(S3Request request, string path)
    {
        try
        {
            request = request with { Key = S3Address.KeyOf(path) };
        }
        catch (S3Exception fault)
        {
            request = request with { Fault = fault };
        }

        return _pipeline.ExecuteAsync(request);
    }

    public bool Claims(HttpRequest request)
    {
        try
        {
            // The key may be one that nobody can read: that is for S3 to say.
            var first = RawTarget.From(request.HttpContext).Path.Split('/', 3).ElementAtOrDefault(1);
            return _buckets.Find(S3Address.Parse(request.Host.Host, $"/{first}").Bucket) is not null;
        }
        catch (S3Exception)
        {
            return false;
        }
    }

    public Task HandleAsync(HttpContext context, Caller caller) => S3Http.HandleAsync(context, caller, _pipeline);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
