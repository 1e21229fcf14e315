namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// The element <c>Principal</c> or <c>NotPrincipal</c>
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
/// </summary>
/// <param name="Aws">ARNs, the account's id or <c>*</c>.</param>
/// <param name="Services">Service principals.</param>
/// <param name="Federated">Identity providers.</param>
/// <param name="Excepted">Whether the element was <c>NotPrincipal</c>.</param>
internal sealed record Principals(
    IReadOnlyList<string> Aws, IReadOnlyList<string> Services, IReadOnlyList<string> Federated, bool Excepted)
{
    private static readonly string AccountRoot = Account.GlobalArn("iam", "root");

    /// <summary>Whether the caller is meant.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="allows">
    /// Whether the statement allows. An allow for the account only hands the decision to the account's identity-based policies,
    /// so it is not an allow for a role; a deny for the account denies everyone in it.
    /// </param>
    public bool Include(Caller caller, bool allows) => Excepted != caller switch
    {
        { ServicePrincipal: { } service } => Services.Contains(service, StringComparer.OrdinalIgnoreCase) || Aws.Contains("*"),
        { RoleArn: null, Identity: { } identity } => Federated.Contains(identity.Provider) || Aws.Contains("*"),
        _ => Aws.Any(arn => IsMeant(arn, caller, allows)),
    };

    private bool IsMeant(string arn, Caller caller, bool allows) =>
        arn == "*"
        || arn == caller.Arn
        || (caller.RoleArn is not null && arn == caller.RoleArn)
        || ((arn == AccountRoot || arn == Account.Id)
            && caller != Caller.Anonymous
            && (!allows || Excepted || caller.RoleArn is null));
}
