using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Resources;
using Lexicon.Local.Waf;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// A distribution (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html).
/// </summary>
internal sealed record Distribution
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
    private static readonly TimeSpan DefaultErrorTtl = TimeSpan.FromSeconds(10);

    /// <summary>Such as <c>E1A2B3C4D5E6F7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the template declares.</summary>
    public required DistributionProperties.Config Config { get; init; }

    /// <summary>When it was provisioned.</summary>
    public DateTimeOffset Deployed { get; init; }

    /// <summary>Its name on AWS.</summary>
    public string DomainName => $"{Id.ToLowerInvariant()}.cloudfront.net";

    /// <summary>Alternate domain names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What decides about every request first; null: nothing.</summary>
    public IWebAcl? WebAcl { get; init; }

    /// <summary>What is asked for at the root; empty: the root itself.</summary>
    public string DefaultRootObject { get; init; } = "";

    /// <summary>Everything that a behavior may send requests to.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>In order, the default one last.</summary>
    public required IReadOnlyList<CacheBehavior> Behaviors { get; init; }

    /// <summary>By the origin's status code.</summary>
    public IReadOnlyDictionary<int, CustomErrorResponse> ErrorResponses { get; init; } = new Dictionary<int, CustomErrorResponse>();

    /// <summary>Whether it serves anything at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Which countries it serves.</summary>
    public GeoRestriction Countries { get; init; } = GeoRestriction.None;

    /// <summary>Which points of presence serve it.</summary>
    public PriceClass PriceClass { get; init; } = PriceClass.All;

    /// <summary>What bucket policies know it by.</summary>
    public string Arn => ArnOf(Id);

    /// <summary>The ARN of a distribution.</summary>
    public static string ArnOf(string id) => Account.GlobalArn("cloudfront", $"distribution/{id}");

    /// <summary>The first behavior whose pattern matches the path.</summary>
    public CacheBehavior BehaviorFor(string path) => Behaviors.First(behavior => behavior.Pattern?.Matches(path) ?? true);

    /// <summary>The path, with the default root object in place of the root.</summary>
    public string Rooted(string path) => path == "/" && DefaultRootObject.Length > 0 ? $"/{DefaultRootObject.TrimStart('/')}" : path;

    /// <summary>The least time that an error is cached.</summary>
    public TimeSpan ErrorTtl(int status) =>
        ErrorResponses.TryGetValue(status, out var response) ? response.CachingMinTtl : DefaultErrorTtl;

    /// <summary>Whether a request with this host name is for it.</summary>
    public bool HasHost(string host) =>
        host.Equals($"{Id}.cloudfront.net", StringComparison.OrdinalIgnoreCase)
        || host.Equals($"{Id}.localhost", StringComparison.OrdinalIgnoreCase)
        || Aliases.Any(alias => AliasMatches(alias, host));

    private static bool AliasMatches(string alias, string host) => alias.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(alias[1..], StringComparison.OrdinalIgnoreCase)
        : alias.Equals(host, StringComparison.OrdinalIgnoreCase);

    /// <summary>What happens to an error of the origins.</summary>
    /// <param name="PagePath">The page that replaces the origin's response; null: none does.</param>
    /// <param name="ResponseStatus">The status that goes with the page; null: the origin's.</param>
    /// <param name="CachingMinTtl">The least time that the error is cached.</param>
    internal sealed record CustomErrorResponse(string? PagePath, int? ResponseStatus, TimeSpan CachingMinTtl);
}
