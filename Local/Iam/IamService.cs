using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam.Resources;
using Lexicon.Local.Iam.Usage;

namespace Lexicon.Local.Iam;

/// <summary>
/// AWS Identity and Access Management: roles and policies of the templates, decided by <see cref="Identities"/>.
/// </summary>
internal sealed class IamService : IService, IPermissionsView
{
    private readonly Identities _identities;
    private readonly UsageFile? _usage;

    /// <summary>Wires the service.</summary>
    /// <param name="identities">Decides.</param>
    /// <param name="usage">Keeps what roles do; null: nobody does.</param>
    public IamService(Identities identities, UsageFile? usage = null)
    {
        (_identities, _usage) = (identities, usage);
        var managed = new ManagedPolicies();
        ResourceTypes = [new RoleType(identities, managed), new PolicyType(identities), new ManagedPolicyType(identities, managed)];
    }

    /// <summary>Wires the service with a file that lasts.</summary>
    /// <param name="identities">Decides.</param>
    /// <param name="settings">Where the data is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The instance whose file this one continues.</param>
    public IamService(Identities identities, Settings settings, TimeProvider time, IamService? before = null)
        : this(identities, before?._usage ?? new UsageFile(Path.Combine(settings.Data, "iam"), time))
    {
    }

    public string Name => "IAM";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public IReadOnlyList<RoleUse> OfThisRun => _identities.Uses;

    public IReadOnlyList<RoleUse> OfAllRuns => UsageFile.Sum([OfThisRun, .. _usage?.Before() ?? []]);

    /// <summary>Says of the roles of functions that the runner replaces why nobody takes them on.</summary>
    public void Explain(ResourceGraph graph)
    {
        foreach (var node in graph.Nodes.Where(node => node.Type is ReplacedProvider))
        {
            _identities.Explain(node.Resource?.Properties["Role"]?.ToString() ?? "", "the runner does the work of its function itself");
        }
    }

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public void BeginWork() => _usage?.Follow(_identities);

    public ValueTask DisposeAsync()
    {
        _usage?.Dispose();
        return ValueTask.CompletedTask;
    }
}
