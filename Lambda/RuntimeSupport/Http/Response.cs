namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>An answer, complete.</summary>
/// <param name="Head">Status and headers.</param>
/// <param name="Body">The body, which the reader of the answer disposes.</param>
/// <param name="WasSentAgain">Whether the request had to be sent more than once: the Runtime API may have taken the first.</param>
internal sealed record Response(ResponseHead Head, PooledBytes Body, bool WasSentAgain) : IDisposable
{
    public void Dispose() => Body.Dispose();
}
