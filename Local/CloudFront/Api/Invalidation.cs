using Lexicon.Local.CloudFront.Cache;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>An invalidation. What it names is gone from every cache before the request for it has its response.</summary>
/// <param name="Id">Such as <c>I2J0I21PCUYOIK</c>.</param>
/// <param name="Distribution">The id of its distribution.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Paths">What it removes.</param>
/// <param name="CallerReference">What tells a repeated request from a new one.</param>
internal sealed record Invalidation(
    string Id, string Distribution, DateTimeOffset Created, IReadOnlyList<string> Paths, string CallerReference)
{
    // On AWS it takes a few seconds to reach every edge location; whoever waits for it should see both states here, too.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    /// <summary>Whether it still counts among those in progress.</summary>
    public bool IsInProgressAt(DateTimeOffset now) => now < Created + Duration;

    /// <summary>The value of <c>Status</c>.</summary>
    public string StatusAt(DateTimeOffset now) => IsInProgressAt(now) ? "InProgress" : "Completed";

    /// <summary>
    /// Whether it removes an object
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html):
    /// the path with its query string, case counts, an asterisk at the end stands for whatever follows.
    /// </summary>
    public bool Removes(CacheEntry entry) => entry.Distribution == Distribution && Paths.Any(path =>
        path.EndsWith('*') ? entry.Path.StartsWith(path[..^1], StringComparison.Ordinal) : entry.Path == path);
}
