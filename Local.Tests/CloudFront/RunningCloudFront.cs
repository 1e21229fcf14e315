using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.S3;
using Lexicon.Local.Waf;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>CloudFront on a port of its own, before a bucket <c>pages</c> and an API that the test answers for.</summary>
internal sealed class RunningCloudFront : IAsyncDisposable
{
    public const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    public const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    public const string UseOriginCacheControlHeaders = "83da9c7e-98b4-4e11-a168-04f0df8e2c65";
    public const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    public const string UserAgentRefererHeaders = "acba4595-bd28-49b8-b9fe-13317c0390fa";
    public const string ApiDomain = "abc123.execute-api.us-east-1.amazonaws.com";

    private CloudFrontService? _service;

    public RunningCloudFront()
    {
        Storage = new(time: Clock);
        Firewall = new(Clock);
    }

    public TestClock Clock { get; } = new();

    public RunningS3 Storage { get; }

    public WafService Firewall { get; }

    /// <summary>What answers on the port.</summary>
    public IHttpEndpoint Endpoint => _service!;

    /// <summary>What the API answers; told every request that reaches it.</summary>
    public TestOrigin Api { get; } = new();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Uri Address { get; private set; } = new("http://localhost");

    public Uri ApiAddress { get; private set; } = new("http://localhost");

    public string DistributionId { get; private set; } = "";

    /// <summary>A running distribution: <c>/api/*</c> goes to the API, the rest to the bucket.</summary>
    /// <param name="api">Further properties of the behavior of <c>/api/*</c>.</param>
    /// <param name="pages">Further properties of the default behavior.</param>
    /// <param name="distribution">Further properties of the distribution.</param>
    /// <param name="prepare">Runs before the distribution is provisioned.</param>
    /// <param name="policy">The cache policy of <c>/api/*</c>; the origin gets no cookies then.</param>
    public static async Task<RunningCloudFront> StartAsync(
        object? api =
            null, object? pages = null, object? distribution = null, Action<RunningCloudFront>? prepare = null, object? policy = null)
    {
        var edge = new RunningCloudFront();
        var origin = edge.ApiAddress = await edge.Storage.ServeAsync(edge.Api.HandleAsync);
        edge.Address = await edge.Storage.ServeAsync(context => edge._service!.HandleAsync(context));
        edge.Client.BaseAddress = edge.Address;
        edge._service = new(
            new Endpoints(edge.Address, origin, origin, origin), edge.Storage.Service, edge.Firewall, edge.Clock, TimeProvider.System);
        edge.Storage.Bucket("pages");
        prepare?.Invoke(edge);
        if (policy is not null)
        {
            var id = edge.Provision("AWS::CloudFront::CachePolicy", "Policy", new { CachePolicyConfig = policy }).Ref;
            api = Provisioning.Merge(new { CachePolicyId = id, OriginRequestPolicyId = UserAgentRefererHeaders }, api);
        }

        edge.Distribution(api, pages, distribution);
        await edge.Storage.StartAsync();
        await edge._service.StartAsync(default);
        return edge;
    }

    /// <summary>Provisions a resource of CloudFront or S3.</summary>
    public ProvisionedResource Provision(string type, string logicalId, object properties) =>
        Storage.Provision(type, logicalId, properties, _service!);

    /// <summary>Puts a page into the bucket.</summary>
    public async Task PutAsync(string key, string content, string type = "text/html", string? cacheControl = null)
    {
        using var client = Storage.Client();
        var request = new Amazon.S3.Model.PutObjectRequest
        {
            BucketName = "pages",
            Key = key,
            ContentBody = content,
            ContentType = type,
        };
        request.Headers.CacheControl = cacheControl;
        await client.PutObjectAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(
            Address.GetLeftPart(UriPartial.Authority)
                + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Storage.DisposeAsync();
        await _service!.DisposeAsync();
    }

    private void Distribution(object? api, object? pages, object? distribution)
    {
        var control = Provision("AWS::CloudFront::OriginAccessControl", "Control", new
        {
            OriginAccessControlConfig = new
            {
                Name = "control",
                OriginAccessControlOriginType = "s3",
                SigningBehavior = "always",
                SigningProtocol = "sigv4",
            },
        });
        var provisioned = Provision("AWS::CloudFront::Distribution", "Distribution", new
        {
            DistributionConfig = Provisioning.Merge(
                new
                {
                    Enabled = true,
                    DefaultRootObject = "index.html",
                    Origins = new object[]
                    {
                        new
                        {
                            Id = "pages",
                            DomainName = "pages.s3.us-east-1.amazonaws.com",
                            OriginAccessControlId = control.Attributes["Id"],
                            S3OriginConfig = new { OriginAccessIdentity = "" },
                        },
                        new
                        {
                            Id = "api",
                            DomainName = ApiDomain,
                            OriginPath = "/dev",
                            CustomOriginConfig = new { OriginProtocolPolicy = "https-only" },
                        },
                    },
                    DefaultCacheBehavior = Provisioning.Merge(
                        new
                        {
                            TargetOriginId = "pages",
                            ViewerProtocolPolicy = "redirect-to-https",
                            CachePolicyId = CachingOptimized,
                        }, pages),
                    CacheBehaviors = new[]
                    {
                        Provisioning.Merge(
                            new
                            {
                                PathPattern = "/api/*",
                                TargetOriginId = "api",
                                ViewerProtocolPolicy = "https-only",
                                AllowedMethods = new[] { "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE" },
                                CachePolicyId = CachingDisabled,
                                OriginRequestPolicyId = AllViewerExceptHostHeader,
                            },
                            api),
                    },
                },
                distribution),
        });
        DistributionId = provisioned.Ref;
        Storage.Policy("pages", new
        {
            Effect = "Allow",
            Principal = new { Service = "cloudfront.amazonaws.com" },
            Action = "s3:GetObject",
            Resource = "arn:aws:s3:::pages/*",
            Condition = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, string>
                {
                    ["AWS:SourceArn"] = $"arn:aws:cloudfront::123456789012:distribution/{DistributionId}",
                },
            },
        });
    }
}
