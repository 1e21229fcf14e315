namespace Lexicon.Local.Waf;

/// <summary>The provisioned web ACLs, and which of them protects what.</summary>
internal sealed class WebAcls
{
    private readonly Dictionary<string, WebAcl> _byArn = [];
    private readonly Dictionary<string, WebAcl> _byResource = [];

    /// <summary>Adds a web ACL.</summary>
    public void Add(WebAcl acl) => _byArn.Add(acl.Arn, acl);

    /// <summary>Puts a web ACL before a resource.</summary>
    /// <returns>False when there is no such web ACL.</returns>
    public bool Associate(string resourceArn, string webAclArn)
    {
        if (Find(webAclArn) is not { } acl)
        {
            return false;
        }

        _byResource[resourceArn] = acl;
        return true;
    }

    /// <summary>The web ACL with this ARN; null when there is none.</summary>
    public WebAcl? Find(string webAclArn) => _byArn.GetValueOrDefault(webAclArn);

    /// <summary>The web ACL that an association puts before a resource; null when there is none.</summary>
    public WebAcl? FindFor(string resourceArn) => _byResource.GetValueOrDefault(resourceArn);
}
