using Lexicon.Local.CloudFormation;
using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary><c>--explain</c>: what each resource becomes, what is ignored and why, what is refused.</summary>
internal static class Explanation
{
    private const string RefusedTitle = "Refused";

    /// <summary>Prints it; the exit code is 1 when anything is refused.</summary>
    /// <param name="assembly">The templates.</param>
    /// <param name="cloud">What would run them.</param>
    /// <param name="all">Whether each resource has a line of its own, however many become the same.</param>
    public static int Print(CloudAssembly assembly, Cloud cloud, bool all)
    {
        var (check, types) = (cloud.Check(), cloud.ResourceTypes);
        Terminal.Output.MarkupLineInterpolated($"{ExplanationSummary.Of(assembly, types, check.RefusedPlaces)}");
        foreach (var stack in assembly.Stacks)
        {
            List(stack.Name, ExplainedStack.Lines(assembly, stack, types, all));
        }

        List("Ignored, since it has no local meaning", check.Ignored.GroupBy(finding => (finding.Type, finding.Text)).Select(Line));
        List(RefusedTitle, check.Refused.Select(finding => finding.Line));
        return check.Refused.Count == 0 ? 0 : 1;
    }

    /// <summary>Prints what keeps a start from starting, as <c>--explain</c> does.</summary>
    public static void PrintRefused(StartupException refusal) => List(RefusedTitle, refusal.Lines, Terminal.Errors);

    // What is ignored in each of many resources is one thing to know.
    private static string Line(IEnumerable<TemplateFinding> same)
    {
        var (first, count) = (same.First(), same.Count());
        return count == 1 ? first.Line
            : first.Type is null ? $"{string.Join(", ", same.Select(finding => finding.Place))}: {first.Text}"
            : $"{first.Type} ({count} resources): {first.Text}";
    }

    private static void List(string title, IEnumerable<string> lines, IAnsiConsole? terminal = null)
    {
        terminal ??= Terminal.Output;
        foreach (var (i, line) in lines.Index())
        {
            if (i == 0)
            {
                terminal.MarkupLineInterpolated($"[bold]{title}[/]");
            }

            terminal.MarkupLineInterpolated($"  {line}");
        }
    }
}
