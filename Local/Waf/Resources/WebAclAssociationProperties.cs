namespace Lexicon.Local.Waf.Resources;

/// <summary>What is honored of <c>AWS::WAFv2::WebACLAssociation</c>.</summary>
/// <param name="ResourceArn">What is protected: the stage of an API.</param>
/// <param name="WebACLArn">What protects it.</param>
internal sealed record WebAclAssociationProperties(string ResourceArn, string WebACLArn);
