using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <content>Handlers that answer with a stream, which is sent as it is.</content>
public partial class HandlerWrapper
{
    /// <summary>A handler that takes nothing and answers with a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Raw(invocation => handler());

    /// <summary>A handler that takes the event as a stream and answers with a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Raw(invocation => handler(invocation.InputStream));

    /// <summary>A handler that takes the event as an object and answers with a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Raw(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer);

    /// <summary>A handler that takes the context and answers with a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Raw(invocation => handler(invocation.LambdaContext));

    /// <summary>A handler that takes the event as a stream and the context and answers with a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Raw(invocation => handler(invocation.InputStream, invocation.LambdaContext));

    /// <summary>A handler that takes the event as an object and the context and answers with a stream.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Raw(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer);

    /// <summary>A handler that takes nothing and answers with a stream, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Raw(invocation => Task.FromResult(handler()));

    /// <summary>A handler that takes the event as a stream and answers with a stream, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Raw(invocation => Task.FromResult(handler(invocation.InputStream)));

    /// <summary>A handler that takes the event as an object and answers with a stream, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Raw(invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer);

    /// <summary>A handler that takes the context and answers with a stream, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Raw(invocation => Task.FromResult(handler(invocation.LambdaContext)));

    /// <summary>A handler that takes the event as a stream and the context and answers with a stream, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Raw(invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext)));

    /// <summary>A handler that takes the event as an object and the context and answers with a stream, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Raw(
            invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)),
            serializer);
}
