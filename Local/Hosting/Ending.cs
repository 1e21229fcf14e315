using Lexicon.Local.Assembly;
using Spectre.Console;

namespace Lexicon.Local.Hosting;

/// <summary>How a run ends: an exit code and at most one line, never a stack trace on the terminal.</summary>
internal static class Ending
{
    /// <summary>Runs and answers the exit code: 0 after an orderly stop, 1 otherwise.</summary>
    public static async Task<int> OfAsync(Settings settings, Func<Task<int>> run, CancellationToken stop)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Refusal refusal)
        {
            return Fail(refusal.Message);
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            var details = Path.Combine(settings.Data, "unexpected-error.txt");
            Directory.CreateDirectory(settings.Data);
            await File.WriteAllTextAsync(details, unexpected.ToString(), CancellationToken.None);
            return Fail($"an unexpected error, {unexpected.GetType().Name}: {unexpected.Message} (details in {details})");
        }
    }

    private static int Fail(string message)
    {
        Terminal.Errors.MarkupLineInterpolated($"[red]Cannot run:[/] {message.ReplaceLineEndings(" ")}");
        return 1;
    }
}
