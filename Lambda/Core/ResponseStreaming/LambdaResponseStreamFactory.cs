namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>
/// Lets a handler answer while it still works: what it writes to the stream is sent at once, and what it returns is not looked at.
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html)
/// </summary>
public class LambdaResponseStreamFactory
{
    // Flows into the handler, so that each invocation finds its own.
    private static readonly AsyncLocal<IResponseSink?> CurrentSink = new();

    internal static IResponseSink? Sink
    {
        get => CurrentSink.Value;
        set => CurrentSink.Value = value;
    }

    /// <summary>A stream for a response that is nothing but its bytes.</summary>
    /// <exception cref="InvalidOperationException">There is no invocation, or it has a stream already.</exception>
    public static LambdaResponseStream CreateStream() => Open(prelude: null);

    /// <summary>A stream for a response to an HTTP request, which begins with status and headers.</summary>
    /// <exception cref="InvalidOperationException">There is no invocation, or it has a stream already.</exception>
    public static LambdaResponseStream CreateHttpStream(HttpResponseStreamPrelude prelude)
    {
        ArgumentNullException.ThrowIfNull(prelude);
        return Open(prelude.ToByteArray());
    }

    private static LambdaResponseStream Open(byte[]? prelude)
    {
        var sink = Sink ?? throw new InvalidOperationException("A response is streamed while a handler runs in Lambda, and not here.");
        sink.Open(prelude);
        return new(sink);
    }
}
