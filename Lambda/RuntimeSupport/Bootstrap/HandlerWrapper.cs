using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Makes a <see cref="LambdaBootstrapHandler"/> of a method: reads the event into its parameter and writes what it returns. One
/// wrapper answers one invocation at a time.
/// </summary>
public partial class HandlerWrapper : IDisposable
{
    // Kept from answer to answer.
    private readonly MemoryStream _output = new();

    private HandlerWrapper(
        Func<InvocationRequest, MemoryStream, Task<InvocationResponse>> handler, ILambdaSerializer? serializer = null)
    {
        Handler = invocation => handler(invocation, _output);
        Serializer = serializer;
    }

    /// <summary>The handler, as the bootstrap calls it.</summary>
    public LambdaBootstrapHandler Handler { get; private set; }

    /// <summary>What reads the events and writes the answers; null for a handler of streams alone.</summary>
    internal ILambdaSerializer? Serializer { get; }

    /// <summary>A handler that takes the event as a stream and the context, and writes its answer to a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) =>
        new((invocation, output) =>
        {
            output.SetLength(0);
            invokeDelegate(invocation.InputStream, invocation.LambdaContext, output);
            output.Position = 0;
            return Task.FromResult(new InvocationResponse(output, false));
        });

    /// <summary>Ends the use of the wrapper.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the use of the wrapper.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _output.Dispose();
        }
    }

    private static HandlerWrapper Nothing(Func<InvocationRequest, Task> handler, ILambdaSerializer? serializer = null) =>
        new(
            async (invocation, output) =>
            {
                await handler(invocation);
                output.SetLength(0);
                return new(output, false);
            },
            serializer);

    private static HandlerWrapper Raw(Func<InvocationRequest, Task<Stream>> handler, ILambdaSerializer? serializer = null) =>
        new(async (invocation, _) => new(await handler(invocation)), serializer);

    private static HandlerWrapper Written<TOutput>(Func<InvocationRequest, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(
            async (invocation, output) =>
            {
                var answer = await handler(invocation);
                output.SetLength(0);
                serializer.Serialize(answer, output);
                output.Position = 0;
                return new(output, false);
            },
            serializer);

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
