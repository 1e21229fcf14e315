using Lexicon.Local.Assembly;
using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary><c>--explain</c>: what each resource becomes, what is ignored and why, what is refused.</summary>
internal static class Explanation
{
    /// <summary>Prints it; the exit code is 1 when anything is refused.</summary>
    public static int Print(CloudAssembly assembly, ResourceTypes types)
    {
        var check = new TemplateCheck(assembly, types).Run();
        foreach (var stack in assembly.Stacks)
        {
            Terminal.Output.MarkupLineInterpolated($"[bold]{stack.Name}[/]");
            var replaced = ReplacedProviders.Of(stack, types);
            foreach (var (id, definition) in stack.Resources)
            {
                var type = replaced.Contains(id) ? ReplacedProvider.Instance : types.Find(definition!["Type"]?.ToString() ?? "");
                Terminal.Output.MarkupLineInterpolated($"  {id} ({definition!["Type"]?.ToString()}): {type?.Becomes ?? "refused"}");
            }
        }

        List("Ignored, since it has no local meaning", check.Ignored);
        List("Refused", check.Refused);
        return check.Refused.Length == 0 ? 0 : 1;
    }

    private static void List(string title, IReadOnlyCollection<string> lines)
    {
        if (lines.Count > 0)
        {
            Terminal.Output.MarkupLineInterpolated($"[bold]{title}[/]");
            foreach (var line in lines)
            {
                Terminal.Output.MarkupLineInterpolated($"  {line}");
            }
        }
    }
}
