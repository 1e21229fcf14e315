using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary>The terminal, or the file or pipe in its place: colours and wrapping are for a person at a terminal alone.</summary>
internal static class Terminal
{
    /// <summary>What the runner says.</summary>
    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Why it does not run.</summary>
    public static IAnsiConsole Errors { get; } = Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = int.MaxValue;
        }

        return console;
    }
}
