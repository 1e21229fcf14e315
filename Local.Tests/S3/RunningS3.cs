using Amazon.Runtime;
using Amazon.S3;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.S3;
using Lexicon.Local.Sns;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.EventBridge;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.Tests.Lambda;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.S3;

/// <summary>S3 in a folder and on a port of its own, behind the real endpoint and the real identities.</summary>
internal sealed class RunningS3 : IAsyncDisposable
{
    private readonly List<TestServer> _servers = [];
    private readonly bool _ownsFolder;

    // The SDK remembers for each host and port how wrong its clock seemed there, and a port is soon another test's.
    static RunningS3() => Amazon.AWSConfigs.CorrectForClockSkew = false;

    public RunningS3(string? data = null, TimeProvider? time = null)
    {
        _ownsFolder = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("lexicon-s3-").FullName;
        var settings = TestSettings.In(Data);
        var clock = time ?? TimeProvider.System;
        Identities = new(clock);
        Sns = new(settings, Endpoints.From(9200), Identities, Queues, () => Functions, clock, static _ => { });
        Service = new(settings, Endpoints.From(9200), Assets, Identities, Identities, Buses, Functions, Queues, Sns, clock);
        Iam = new(Identities);
    }

    public string Data { get; }

    public FolderAssets Assets { get; } = new();

    public FakeEventBuses Buses { get; } = new();

    public FakeFunctions Functions { get; } = new();

    public FakeQueues Queues { get; } = new();

    public SnsService Sns { get; }

    public Identities Identities { get; }

    public IamService Iam { get; }

    public S3Service Service { get; }

    /// <summary>Where the <c>aws</c> endpoint listens.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>S3 with one bucket, <c>bucket</c>, and its client.</summary>
    public static async Task<RunningS3> WithBucketAsync(object? properties = null)
    {
        var storage = new RunningS3();
        storage.Bucket("bucket", properties);
        await storage.StartAsync();
        return storage;
    }

    /// <summary>Provisions a resource of any of the services here.</summary>
    public ProvisionedResource Provision(string type, string logicalId, object properties, params IService[] more) =>
        new IService[] { Service, Iam }.Concat(more)
            .SelectMany(service => service.ResourceTypes)
            .Provision(type, logicalId, Provisioning.Merge(properties));

    public ProvisionedResource Bucket(string name, object? more = null) =>
        Provision("AWS::S3::Bucket", $"Bucket{name}", Provisioning.Merge(more, new { BucketName = name }));

    public void Policy(string bucket, params object[] statements) => Provision(
        "AWS::S3::BucketPolicy", $"Policy{bucket}", new { Bucket = bucket, PolicyDocument = new { Statement = statements } });

    public async Task StartAsync()
    {
        await Service.StartAsync(default);
        var endpoint = new AwsEndpoint(Identities, [Service], TimeProvider.System);
        Address = await ServeAsync(endpoint.HandleAsync);
        Http.BaseAddress = Address;
    }

    /// <summary>Serves anything on a free port until disposed.</summary>
    public async Task<Uri> ServeAsync(RequestDelegate handle)
    {
        var server = await TestServer.StartAsync(handle);
        _servers.Add(server);
        return new($"http://localhost:{server.Address.Port}");
    }

    /// <summary>A client of the person at this machine.</summary>
    public AmazonS3Client Client(bool virtualHosted = false) => Client(new BasicAWSCredentials("local", "local"), virtualHosted);

    /// <summary>A client of a role that may do these things.</summary>
    public AmazonS3Client ClientOf(string role, params object[] statements)
    {
        var provisioned = Provision("AWS::IAM::Role", role, new
        {
            RoleName = role,
            AssumeRolePolicyDocument = new { Statement = Array.Empty<object>() },
            Policies = new[] { new { PolicyName = "Policy", PolicyDocument = new { Version = "2012-10-17", Statement = statements } } },
        });
        var session = Identities.Assume(provisioned.Attributes["Arn"], "test");
        return Client(new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await Service.DisposeAsync();
        Assets.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    private AmazonS3Client Client(AWSCredentials credentials, bool virtualHosted = false) => new(credentials, new AmazonS3Config
    {
        ServiceURL = Address.ToString(),
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = !virtualHosted,
        MaxErrorRetry = 0,
    });
}
