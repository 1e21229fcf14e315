namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>What a stage sets for some methods.</summary>
/// <param name="HttpMethod">The method's name; <c>*</c> is every one.</param>
/// <param name="ResourcePath">The resource's path; <c>/*</c> is every one.</param>
internal sealed record MethodSetting(string HttpMethod, string ResourcePath)
{
    /// <summary>What passes, per method; null: not set here.</summary>
    public Throttle? Throttle { get; init; }

    /// <summary>What the execution log holds; null: not set here.</summary>
    public LoggingLevel? Logging { get; init; }

    /// <summary>Whether it is for one method alone; then it comes before one for all.</summary>
    public bool IsSpecific => HttpMethod != "*" && ResourcePath != "/*";

    /// <summary>Whether it holds for a method.</summary>
    public bool Covers(ApiResource resource, string httpMethod) =>
        (HttpMethod == "*" || HttpMethod == httpMethod) && (ResourcePath == "/*" || ResourcePath == resource.Path);
}
