using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam.Resources;

namespace Lexicon.Local.Iam;

/// <summary>
/// AWS Identity and Access Management: roles and policies of the templates, decided by <see cref="Identities"/>.
/// </summary>
internal sealed class IamService(Identities identities) : IService
{
    private readonly ManagedPolicies _managed = new();

    public string Name => "IAM";

    public IEnumerable<IResourceType> ResourceTypes =>
        [new RoleType(identities, _managed), new PolicyType(identities), new ManagedPolicyType(identities, _managed)];

    public Task StartAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
