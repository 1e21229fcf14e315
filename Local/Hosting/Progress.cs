using System.Diagnostics;
using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary>What the runner says on the terminal while it starts: a line a step, with the time it took.</summary>
internal static class Progress
{
    /// <summary>One line.</summary>
    public static void Say(string line) => Terminal.Output.MarkupLineInterpolated($"[grey]-[/] {line}");

    /// <summary>One line about something that went wrong and does not end the run.</summary>
    public static void Warn(string line) => Terminal.Errors.MarkupLineInterpolated($"[red]-[/] {line}");

    /// <summary>One line before a step that takes a while and the seconds after it.</summary>
    public static async Task StepAsync(string name, Func<Task> step)
    {
        var watch = Stopwatch.StartNew();
        await step();
        Say($"{name} answers ({watch.Elapsed.TotalSeconds:0.0} s)");
    }
}
