using Lexicon.Local.CognitoIdentity.Resources;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>An identity pool of the templates.</summary>
/// <param name="Id"><c>REGION:UUID</c>.</param>
/// <param name="Properties">What the template declares.</param>
internal sealed record IdentityPool(string Id, IdentityPoolProperties Properties)
{
    /// <summary>Its roles; those of an attachment, which may come later.</summary>
    public IdentityPoolRoleAttachmentProperties? Roles { get; set; }
}
