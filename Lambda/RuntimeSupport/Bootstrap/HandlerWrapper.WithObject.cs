using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <content>Handlers that answer with an object, which the serializer writes.</content>
public partial class HandlerWrapper
{
    /// <summary>A handler that takes nothing and answers with an object.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(invocation => handler(), serializer);

    /// <summary>A handler that takes the event as a stream and answers with an object.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(invocation => handler(invocation.InputStream), serializer);

    /// <summary>A handler that takes the event as an object and answers with an object.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer);

    /// <summary>A handler that takes the context and answers with an object.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(invocation => handler(invocation.LambdaContext), serializer);

    /// <summary>A handler that takes the event as a stream and the context and answers with an object.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(invocation => handler(invocation.InputStream, invocation.LambdaContext), serializer);

    /// <summary>A handler that takes the event as an object and the context and answers with an object.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Written(invocation => handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer);

    /// <summary>A handler that takes nothing and answers with an object, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Written(invocation => Task.FromResult(handler()), serializer);

    /// <summary>A handler that takes the event as a stream and answers with an object, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Written(invocation => Task.FromResult(handler(invocation.InputStream)), serializer);

    /// <summary>A handler that takes the event as an object and answers with an object, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Written(invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer);

    /// <summary>A handler that takes the context and answers with an object, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Written(invocation => Task.FromResult(handler(invocation.LambdaContext)), serializer);

    /// <summary>A handler that takes the event as a stream and the context and answers with an object, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Written(invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext)), serializer);

    /// <summary>A handler that takes the event as an object and the context and answers with an object, without waiting.</summary>
    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Written(
            invocation => Task.FromResult(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)),
            serializer);
}
