using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam.Resources;

namespace Lexicon.Local.Iam;

/// <summary>
/// AWS Identity and Access Management: roles and policies of the templates, decided by <see cref="Identities"/>.
/// </summary>
internal sealed class IamService : IService
{
    /// <summary>Wires the service.</summary>
    public IamService(Identities identities)
    {
        var managed = new ManagedPolicies();
        ResourceTypes = [new RoleType(identities, managed), new PolicyType(identities), new ManagedPolicyType(identities, managed)];
    }

    public string Name => "IAM";

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
