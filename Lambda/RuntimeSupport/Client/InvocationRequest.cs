using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation: its event and its context. Both are good until the invocation is answered.</summary>
public class InvocationRequest : IDisposable
{
    private readonly IDisposable? _bytes;

    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext, IDisposable? bytes = null)
    {
        InputStream = inputStream;
        LambdaContext = lambdaContext;
        _bytes = bytes;
    }

    /// <summary>The event, as it came.</summary>
    public Stream InputStream { get; internal set; }

    /// <summary>What is known of the invocation.</summary>
    public ILambdaContext LambdaContext { get; internal set; }

    /// <summary>Ends the use of the event.</summary>
    public void Dispose()
    {
        InputStream.Dispose();
        _bytes?.Dispose();
        GC.SuppressFinalize(this);
    }
}
