using Lexicon.Local.CloudFormation;
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
        catch (StartupException refusal) when (refusal.Lines is [var first, .. { Length: > 0 } others])
        {
            Explanation.PrintRefused(refusal);
            return Fail($"{first} (and {others.Length} more, listed above)");
        }
        catch (StartupException refusal)
        {
            return Fail(refusal.Message);
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            var details = await KeepAsync(settings.Data, unexpected) is { } path ? $" (details in {path})" : "";
            return Fail($"an unexpected error, {unexpected.GetType().Name}: {unexpected.Message}{details}");
        }
    }

    /// <summary>Writes everything about the error into the data folder; null where nothing can be written there.</summary>
    private static async Task<string?> KeepAsync(string data, Exception unexpected)
    {
        var details = Path.Combine(data, "unexpected-error.txt");
        try
        {
            Directory.CreateDirectory(data);
            await File.WriteAllTextAsync(details, unexpected.ToString(), CancellationToken.None);
            return details;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Fail(string message)
    {
        Terminal.Errors.MarkupLineInterpolated($"[red]Cannot run:[/] {message.ReplaceLineEndings(" ")}");
        return 1;
    }
}
