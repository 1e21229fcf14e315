using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>The first line of <c>--explain</c>: how much of the templates runs here.</summary>
/// <param name="Run">Resources that become something.</param>
/// <param name="Replaced">Provider functions whose work the runner does itself.</param>
/// <param name="Ignored">Resources that do their work on AWS alone.</param>
/// <param name="Refused">Resources for which the runner does not start.</param>
/// <remarks>A resource whose condition does not hold is not made, and not counted.</remarks>
internal sealed record ExplanationSummary(int Run, int Replaced, int Ignored, int Refused)
{
    /// <summary>Counts the resources of an assembly.</summary>
    /// <param name="assembly">The templates.</param>
    /// <param name="types">What the runner knows.</param>
    /// <param name="refused">The places that are refused, <c>STACK/LOGICALID</c>.</param>
    public static ExplanationSummary Of(CloudAssembly assembly, ResourceTypes types, IReadOnlySet<string> refused)
    {
        var counts = new ExplanationSummary(0, 0, 0, 0);
        foreach (var stack in assembly.Stacks)
        {
            var replaced = ReplacedProviders.Of(stack, types);
            foreach (var (id, definition) in IncludedResources.Of(assembly, stack))
            {
                counts = refused.Contains($"{stack.Name}/{id}") ? counts with { Refused = counts.Refused + 1 }
                    : replaced.Contains(id) ? counts with { Replaced = counts.Replaced + 1 }
                    : types.Find(definition["Type"]?.ToString() ?? "") is { IsIgnored: true } ? counts with { Ignored = counts.Ignored + 1 }
                    : counts with { Run = counts.Run + 1 };
            }
        }

        return counts;
    }

    /// <summary>The line.</summary>
    public override string ToString() =>
        $"{Run + Replaced + Ignored + Refused} resources: {Run} run here, {Replaced} replaced by the runner, "
        + $"{Ignored} without local meaning, {Refused} refused.";
}
