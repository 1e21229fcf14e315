using System.CommandLine;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudWatchLogs.Reading;

/// <summary>
/// <c>logs FUNCTION</c>: what a function logs, or all of them, read from the data folder, whether the runner runs or not and wherever it
/// listens.
/// </summary>
internal static class LogsCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Argument<string?> Function = new("function")
    {
        Description = "a function, such as CreateTerm; all functions, if none is named",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Lines = new("--lines")
    {
        Description = "how many lines of before are shown",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<bool> NoFollow = new("--no-follow")
    {
        Description = "end after those lines",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("logs", "Shows what functions log, and goes on until Ctrl-C.")
        {
            Function, CommandLine.Data, Lines, NoFollow,
        };
        command.SetAction(async parsed =>
        {
            using var stop = new StopSignals();
            var reader = new FunctionLogs(Path.Combine(parsed.GetValue(CommandLine.Data)!, "logs"), parsed.GetValue(Function));
            Print(reader.ReadNew().TakeLast(parsed.GetValue(Lines)), reader);
            if (reader.Missing is { } missing)
            {
                Progress.Warn(missing);
            }

            while (!parsed.GetValue(NoFollow) && !stop.Token.IsCancellationRequested)
            {
                Print(reader.ReadNew(), reader);
                await Task.Delay(Pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return 0;
        });
        return command;
    }

    private static void Print(IEnumerable<FunctionEvent> events, FunctionLogs reader)
    {
        foreach (var logged in events)
        {
            PrintedEvent.Of(logged, reader.IsOfOne).WriteTo(Terminal.Output);
        }
    }
}
