namespace Lexicon.Local.CloudFormation;

/// <summary>What the one check of the templates found.</summary>
/// <param name="Graph">The resources, provisioned as far as they can be.</param>
/// <param name="Refused">What is refused: with any of it nothing starts.</param>
/// <param name="Ignored">What is accepted and has no local meaning.</param>
internal sealed record CheckedTemplates(
    ResourceGraph Graph, IReadOnlyList<TemplateFinding> Refused, IReadOnlyList<TemplateFinding> Ignored)
{
    /// <summary>Where something is refused.</summary>
    public IReadOnlySet<string> RefusedPlaces => Refused.Select(finding => finding.Place).ToHashSet();

    /// <summary>The graph, in which every resource is provisioned.</summary>
    /// <exception cref="StartupException">Something is refused.</exception>
    public ResourceGraph OrThrow() => Refused.Count == 0 ? Graph : throw StartupException.Of(Refused);
}
