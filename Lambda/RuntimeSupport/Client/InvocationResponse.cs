namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The answer to an invocation.</summary>
public class InvocationResponse
{
    /// <summary>An answer whose stream is disposed after it was sent.</summary>
    /// <exception cref="ArgumentNullException">The handler has returned no stream, which is a mistake of its own.</exception>
    public InvocationResponse(Stream outputStream)
        : this(outputStream, true)
    {
    }

    /// <summary>An answer whose stream may be kept for later ones.</summary>
    /// <exception cref="ArgumentNullException">The handler has returned no stream, which is a mistake of its own.</exception>
    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    /// <summary>The answer from the stream's position on.</summary>
    public Stream OutputStream { get; set; }

    /// <summary>Whether the stream is disposed after it was sent.</summary>
    public bool DisposeOutputStream { get; private set; }
}
