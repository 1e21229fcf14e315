using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Http;

/// <summary>Runs an operation, whatever API it is of, so that no caller is left without an answer.</summary>
internal static class Attempt
{
    /// <summary>
    /// What the operation answers. Whatever it throws becomes a failure that is told without detail; the exception is for the log.
    /// </summary>
    public static async Task<(Result<Answer> Outcome, Exception? Fault)> RunAsync(Func<Task<Result<Answer>>> operation)
    {
        try
        {
            return (await operation(), null);
        }
        catch (Exception fault) when (TableFaults.MeansBusy(fault))
        {
            return (Failure.Busy, fault);
        }

        // The one place that catches everything.
        catch (Exception fault)
        {
            return (Failure.Unexpected, fault);
        }
    }
}
