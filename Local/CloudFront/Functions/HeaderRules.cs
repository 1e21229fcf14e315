namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// The headers that functions do not see and may not add, and those that they see and may not change
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html#function-restrictions-headers).
/// </summary>
internal static class HeaderRules
{
    private static readonly HashSet<string> Disallowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "trailer", "upgrade",
        "x-accel-buffering", "x-accel-charset", "x-accel-limit-rate", "x-accel-redirect", "x-amzn-auth", "x-amzn-cf-billing",
        "x-amzn-cf-id", "x-amzn-cf-xff", "x-amzn-errortype", "x-amzn-fle-profile", "x-amzn-header-count", "x-amzn-header-order",
        "x-amzn-lambda-integration-tag", "x-amzn-requestid", "x-cache", "x-forwarded-proto", "x-real-ip",
    };

    /// <summary>Those that a function for viewer requests may only read.</summary>
    public static IReadOnlyList<string> ReadOnlyInRequests { get; } = ["content-length", "host", "transfer-encoding", "via"];

    /// <summary>Those that a function for viewer responses may only read.</summary>
    public static IReadOnlyList<string> ReadOnlyInResponses { get; } = ["warning", "via"];

    /// <summary>Whether functions do not see a header.</summary>
    public static bool IsHidden(string name) => Disallowed.Contains(name)
        || name.StartsWith("x-amz-cf-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("x-edge-", StringComparison.OrdinalIgnoreCase);
}
