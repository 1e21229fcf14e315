namespace Lexicon.Local.Waf;

/// <summary>The web ACLs of the templates, as the services that they protect use them.</summary>
internal interface IFirewall
{
    /// <summary>The web ACL with this ARN; null when there is none.</summary>
    IWebAcl? Find(string webAclArn);

    /// <summary>The web ACL that an association puts before a resource; null when there is none.</summary>
    IWebAcl? FindFor(string resourceArn);
}
