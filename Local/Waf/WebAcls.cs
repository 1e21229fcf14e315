using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Waf.Resources;

namespace Lexicon.Local.Waf;

/// <summary>
/// AWS WAF: the web ACLs of the templates and what each stands before. What they count is forgotten when the runner stops.
/// </summary>
internal sealed class Firewall(TimeProvider time) : IService, IFirewall
{
    private readonly Dictionary<string, WebAcl> _byArn = [];
    private readonly Dictionary<string, WebAcl> _byResource = [];

    public string Name => "WAF";

    public IEnumerable<IResourceType> ResourceTypes => [new WebAclType(this, time), new WebAclAssociationType(this)];

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

    public WebAcl? Find(string webAclArn) => _byArn.GetValueOrDefault(webAclArn);

    public WebAcl? FindFor(string resourceArn) => _byResource.GetValueOrDefault(resourceArn);

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
