namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>
/// The largest payloads of an invocation (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html): 6 MB where
/// the caller waits for the response, 1 MB where it does not.
/// </summary>
/// <param name="InvocationType">The type as messages name it.</param>
/// <param name="Bytes">The most bytes.</param>
internal sealed record PayloadLimit(InvocationType InvocationType, int Bytes)
{
    private static readonly PayloadLimit RequestResponse = new(InvocationType.RequestResponse, 6 * 1024 * 1024);
    private static readonly PayloadLimit Event = new(InvocationType.Event, 1024 * 1024);

    /// <summary>The limit for a type of invocation; a dry run has that of the synchronous invocation that it tries.</summary>
    public static PayloadLimit For(InvocationType type) => type == InvocationType.Event ? Event : RequestResponse;

    /// <summary>Checks a payload's length against the limit.</summary>
    /// <exception cref="LambdaServiceException"><c>RequestEntityTooLargeException</c>, 413.</exception>
    public void Check(long length)
    {
        if (length > Bytes)
        {
            throw new LambdaServiceException(
                "RequestEntityTooLargeException",
                413,
                $"{length} byte payload is too large for the {InvocationType} invocation type (limit {Bytes} bytes)");
        }
    }
}
