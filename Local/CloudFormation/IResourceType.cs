namespace Lexicon.Local.CloudFormation;

/// <summary>
/// One CloudFormation resource type that the local runner provisions. Implementations derive from
/// <see cref="ResourceType{TProperties}"/>; a type that no service offers is refused by name at start.
/// </summary>
internal interface IResourceType
{
    /// <summary>The CloudFormation name, such as <c>AWS::Lambda::Function</c>.</summary>
    string Name { get; }

    /// <summary>What a resource of this type becomes locally, in a few words, for <c>--explain</c>.</summary>
    string Becomes { get; }

    /// <summary>Whether its resources are accepted and have no local meaning; <c>--explain</c> then lists each of them.</summary>
    bool IsIgnored => false;

    /// <summary>The record whose members are the properties that are honored; see <see cref="IgnoredAttribute"/>.</summary>
    Type Properties { get; }

    /// <summary>
    /// Wires the resource into its service and answers what <c>Ref</c> and <c>Fn::GetAtt</c> give for it. Called once, in
    /// dependency order, before any service starts; must not block, listen or start a process.
    /// </summary>
    /// <exception cref="StartupException">A value of a property is not supported.</exception>
    ProvisionedResource Provision(TemplateResource resource);
}
