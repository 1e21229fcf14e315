namespace Lexicon.Local.CloudFormation;

/// <summary>What the rest of the templates may know of a provisioned resource.</summary>
/// <param name="Ref">The value of <c>Ref</c>: the physical id, as the AWS page of the resource type defines it.</param>
internal sealed record ProvisionedResource(string Ref)
{
    /// <summary>The values of <c>Fn::GetAtt</c> by attribute name; an attribute that is not here is refused by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Throws a <see cref="StartupException"/> where the resource does not go together with others. Called once every resource of every
    /// stack is provisioned, before anything starts; null: it needs no such check.
    /// </summary>
    public Action? Check { get; init; }

    /// <summary>Whether the resource is refused, and this is in its place while the others are checked.</summary>
    public bool IsStandIn { get; init; }
}
