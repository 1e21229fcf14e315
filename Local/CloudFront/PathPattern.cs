using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// The path pattern of a cache behavior
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html, "Path pattern"): <c>*</c>
/// stands for any characters, <c>?</c> for exactly one, case counts, and a leading slash may be missing.
/// </summary>
internal sealed class PathPattern(string pattern)
{
    private readonly string _pattern = pattern.StartsWith('/') || pattern.StartsWith('*') ? pattern : $"/{pattern}";

    /// <summary>As the template has it.</summary>
    public override string ToString() => pattern;

    /// <summary>Whether the path of a request, as it came, matches the whole pattern.</summary>
    public bool Matches(string path) => Wildcard.IsMatch(_pattern, path);
}
