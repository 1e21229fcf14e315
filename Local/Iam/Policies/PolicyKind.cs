namespace Lexicon.Local.Iam.Policies;

/// <summary>Where a policy is attached, which decides the elements that its statements must have.</summary>
internal enum PolicyKind
{
    /// <summary>Attached to a role: no <c>Principal</c>.</summary>
    Identity,

    /// <summary>Attached to a resource, such as a bucket: <c>Principal</c> and <c>Resource</c>.</summary>
    Resource,

    /// <summary>A role's trust policy: <c>Principal</c>, and the role itself is the resource.</summary>
    Trust,
}
