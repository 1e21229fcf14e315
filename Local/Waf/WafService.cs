using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Waf.Resources;

namespace Lexicon.Local.Waf;

/// <summary>
/// AWS WAF: the web ACLs of the templates and what each protects. What they count is forgotten when the runner stops.
/// </summary>
internal sealed class WafService : IService, IFirewall
{
    private readonly WebAcls _acls = new();

    /// <summary>Wires the room.</summary>
    public WafService(TimeProvider time) => ResourceTypes = [new WebAclType(_acls, time), new WebAclAssociationType(_acls)];

    public string Name => "WAF";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public IWebAcl? Find(string webAclArn) => _acls.Find(webAclArn);

    public IWebAcl? FindFor(string resourceArn) => _acls.FindFor(resourceArn);

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
