namespace Lexicon.Local.Iam;

/// <summary>
/// IAM's sentences (IAM User Guide, "Troubleshoot access denied error messages"): who, what, on which resource, and why.
/// </summary>
internal static class Denial
{
    /// <summary>Allowed after all.</summary>
    public static Decision None { get; } = new(true, "");

    /// <summary>A denial with its sentence.</summary>
    public static Decision Of(AccessRequest request, string because) => new(
        false,
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource} {because}");

    /// <summary>The reason of an implicit denial.</summary>
    public static string NoPolicy(AccessRequest request, bool hasResourcePolicy)
    {
        // Whoever has no identity in the account can be allowed by the resource alone.
        var outsider = request.Caller.ServicePrincipal is not null || request.Caller == Caller.Anonymous;
        var kind = hasResourcePolicy && outsider ? "resource-based" : "identity-based";
        return $"because no {kind} policy allows the {request.Action} action";
    }
}
