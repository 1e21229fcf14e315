using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <content>Handlers that answer nothing.</content>
public partial class HandlerWrapper
{
    /// <summary>A handler that takes nothing and answers nothing.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Nothing(invocation => handler());

    /// <summary>A handler that takes the event as a stream and answers nothing.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Nothing(invocation => handler(invocation.InputStream));

    /// <summary>A handler that takes the event as an object and answers nothing.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Nothing(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer);

    /// <summary>A handler that takes the context and answers nothing.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Nothing(invocation => handler(invocation.LambdaContext));

    /// <summary>A handler that takes the event as a stream and the context and answers nothing.</summary>
    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Nothing(invocation => handler(invocation.InputStream, invocation.LambdaContext));

    /// <summary>A handler that takes the event as an object and the context and answers nothing.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Nothing(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer);

    /// <summary>A handler that takes nothing and answers nothing, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Nothing(invocation => Done(() => handler()));

    /// <summary>A handler that takes the event as a stream and answers nothing, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Nothing(invocation => Done(() => handler(invocation.InputStream)));

    /// <summary>A handler that takes the event as an object and answers nothing, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Nothing(invocation => Done(() => handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer);

    /// <summary>A handler that takes the context and answers nothing, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Nothing(invocation => Done(() => handler(invocation.LambdaContext)));

    /// <summary>A handler that takes the event as a stream and the context and answers nothing, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Nothing(invocation => Done(() => handler(invocation.InputStream, invocation.LambdaContext)));

    /// <summary>A handler that takes the event as an object and the context and answers nothing, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Nothing(
            invocation => Done(() => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)),
            serializer);
}
