namespace Lexicon.Local.CloudFront.Policies;

/// <summary>
/// An origin request policy
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-understand-origin-request-policy.html): what
/// goes to the origin besides what is in the cache key.
/// </summary>
internal sealed record OriginRequestPolicy
{
    /// <summary>What a behavior without such a policy forwards.</summary>
    public static OriginRequestPolicy Nothing { get; } = new();

    public Selection Headers { get; init; } = Selection.None;

    /// <summary>The headers that CloudFront adds by itself, such as <c>CloudFront-Viewer-Address</c>.</summary>
    public IReadOnlyList<string> CloudFrontHeaders { get; init; } = [];

    public Selection Cookies { get; init; } = Selection.None;

    public Selection QueryStrings { get; init; } = Selection.None;
}
