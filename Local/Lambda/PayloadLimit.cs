namespace Lexicon.Local.Lambda;

/// <summary>The largest payload of a synchronous invocation (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).</summary>
internal static class PayloadLimit
{
    public const int Bytes = 6 * 1024 * 1024;

    /// <summary>Holds a payload's length against the limit.</summary>
    /// <exception cref="LambdaServiceException"><c>RequestEntityTooLargeException</c>, 413.</exception>
    public static void Check(long length)
    {
        if (length > Bytes)
        {
            throw new LambdaServiceException(
                "RequestEntityTooLargeException",
                413,
                $"{length} byte payload is too large for the RequestResponse invocation type (limit {Bytes} bytes)");
        }
    }
}
