namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>A throttle of some methods of a stage.</summary>
/// <param name="HttpMethod">The method's name; <c>*</c> is every one.</param>
/// <param name="ResourcePath">The resource's path; <c>/*</c> is every one.</param>
/// <param name="Throttle">What passes, for each method on its own.</param>
internal sealed record MethodThrottle(string HttpMethod, string ResourcePath, Throttle Throttle)
{
    /// <summary>Whether it is for one method alone; then it comes before one for all.</summary>
    public bool IsSpecific => HttpMethod != "*" && ResourcePath != "/*";

    /// <summary>Whether it holds for a method.</summary>
    public bool Covers(ApiResource resource, string httpMethod)
        => (HttpMethod == "*" || HttpMethod == httpMethod) && (ResourcePath == "/*" || ResourcePath == resource.Path);
}
