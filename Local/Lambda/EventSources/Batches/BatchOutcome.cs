namespace Lexicon.Local.Lambda.EventSources.Batches;

/// <summary>How an invocation with a batch ended.</summary>
/// <param name="Kind">How.</param>
/// <param name="Failures">The identifiers of the records that failed, when some did.</param>
/// <param name="Response">What the function returned; null when it was not invoked.</param>
internal sealed record BatchOutcome(BatchOutcome.Ending Kind, IReadOnlySet<string> Failures, InvokeResponse? Response)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>The kinds of ends.</summary>
    internal enum Ending
    {
        /// <summary>Every record was handled.</summary>
        Succeeded,

        /// <summary>Some records were not handled, of which the function told.</summary>
        FailedInPart,

        /// <summary>The function failed.</summary>
        Failed,

        /// <summary>The function was not invoked: it is throttled, or missing.</summary>
        NotInvoked,
    }

    /// <summary>An end without a list of failures.</summary>
    public static BatchOutcome Of(Ending kind, InvokeResponse? response = null) => new(kind, None, response);
}
