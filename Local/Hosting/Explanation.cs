using Lexicon.Local.Assembly;
using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary><c>--explain</c>: what each resource becomes, what is ignored and why, what is refused.</summary>
internal static class Explanation
{
    /// <summary>Prints it; the exit code is 1 when anything is refused.</summary>
    public static int Print(CloudAssembly assembly, ResourceTypes types, TemplateCheck check)
    {
        AnsiConsole.Profile.Width = AnsiConsole.Profile.Out.IsTerminal ? AnsiConsole.Profile.Width : int.MaxValue;
        foreach (var stack in assembly.Stacks)
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{stack.Name}[/]");
            var replaced = ReplacedProviders.Of(stack, types);
            foreach (var (id, definition) in stack.Resources)
            {
                var type = replaced.Contains(id) ? ReplacedProvider.Instance : types.Find(definition!["Type"]?.ToString() ?? "");
                AnsiConsole.MarkupLineInterpolated($"  {id} ({definition!["Type"]?.ToString()}): {type?.Becomes ?? "refused"}");
            }
        }

        List("Ignored, since it has no local meaning", check.Ignored);
        List("Refused", check.Refused);
        return check.Refused.Count == 0 ? 0 : 1;
    }

    private static void List(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]");
            foreach (var line in lines)
            {
                AnsiConsole.MarkupLineInterpolated($"  {line}");
            }
        }
    }
}
