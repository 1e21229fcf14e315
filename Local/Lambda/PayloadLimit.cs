namespace Lexicon.Local.Lambda;

/// <summary>
/// The largest payloads of an invocation (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html): 6 MB where
/// the caller waits for the answer, 1 MB where it does not.
/// </summary>
/// <param name="InvocationType">The type as requests and messages name it.</param>
/// <param name="Bytes">The most bytes.</param>
internal sealed record PayloadLimit(string InvocationType, int Bytes)
{
    /// <summary>Synchronous invocations.</summary>
    public static PayloadLimit RequestResponse { get; } = new("RequestResponse", 6 * 1024 * 1024);

    /// <summary>Asynchronous invocations.</summary>
    public static PayloadLimit Event { get; } = new("Event", 1024 * 1024);

    /// <summary>Holds a payload's length against the limit.</summary>
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
