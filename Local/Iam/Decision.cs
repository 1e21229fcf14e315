namespace Lexicon.Local.Iam;

/// <summary>IAM's answer (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).</summary>
/// <param name="Allowed">Whether the request may continue.</param>
/// <param name="Message">
/// When denied, IAM's sentence: <c>User: ARN is not authorized to perform: ACTION on resource: ARN because no
/// identity-based policy allows the ACTION action</c> (or <c>with an explicit deny in ...</c>).
/// </param>
internal sealed record Decision(bool Allowed, string Message)
{
    /// <summary>The request is allowed.</summary>
    public static Decision Allow { get; } = new(true, "");

    /// <summary>A statement denies the request.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="policy">The kind of policy that has the statement: <c>an identity-based policy</c>.</param>
    public static Decision DenyExplicitly(AccessRequest request, string policy) =>
        Deny(request, $"with an explicit deny in {policy}");

    /// <summary>No statement allows the request.</summary>
    public static Decision DenyImplicitly(AccessRequest request, bool hasResourcePolicy)
    {
        // Whoever has no identity in the account can be allowed by the resource alone.
        var outsider = request.Caller.ServicePrincipal is not null || request.Caller == Caller.Anonymous;
        var kind = hasResourcePolicy && outsider ? "resource-based" : "identity-based";
        return Deny(request, $"because no {kind} policy allows the {request.Action} action");
    }

    private static Decision Deny(AccessRequest request, string because) => new(
        false,
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource} {because}");
}
