using System.Net.Sockets;
using Amazon.Lambda.Core;
using Amazon.Lambda.Core.ResponseStreaming;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Streaming;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Runs a function: prepares it, then takes one invocation after the other from the Runtime API and answers each. An exception
/// of the handler fails its invocation and nothing else.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly ILambdaSerializer? _serializer;

    /// <summary>Runs the handler of the wrapper.</summary>
    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(handlerWrapper, new LambdaBootstrapOptions(), initializer)
    {
    }

    /// <summary>Runs the handler of the wrapper, with options.</summary>
    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer? initializer = null)
        : this((handlerWrapper ?? throw new ArgumentNullException(nameof(handlerWrapper))).Handler, lambdaBootstrapOptions, initializer) =>
        _serializer = handlerWrapper.Serializer;

    /// <summary>Runs the handler.</summary>
    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(handler, new LambdaBootstrapOptions(), initializer)
    {
    }

    /// <summary>Runs the handler, with options.</summary>
    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer? initializer = null)
        : this(handler, RuntimeApiClients.Create(lambdaBootstrapOptions), initializer)
    {
    }

    internal LambdaBootstrap(HandlerWrapper handlerWrapper, IRuntimeApiClient client)
        : this(handlerWrapper.Handler, client) =>
        _serializer = handlerWrapper.Serializer;

    internal LambdaBootstrap(LambdaBootstrapHandler handler, IRuntimeApiClient client, LambdaBootstrapInitializer? initializer = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handler = handler;
        Client = client;
        _initializer = initializer;
    }

    internal IRuntimeApiClient Client { get; }

    /// <summary>
    /// Prepares the function and answers invocations until cancelled. What the initializer throws is reported and thrown again,
    /// so that the process ends with an error.
    /// </summary>
    public Task RunAsync(CancellationToken cancellationToken = default) =>
        // The client blocks while it waits: the caller gets its task, and its thread, back.
        Task.Factory.StartNew(
            () => InitializeAndAnswerAsync(cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();

    /// <summary>Closes the connection to the Runtime API.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    internal async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer!();
        }
        catch (Exception exception)
        {
            LambdaLogger.Log(LogLevel.Error, exception, "");
            await Client.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    internal async Task InvokeOnceAsync(CancellationToken cancellationToken = default)
    {
        using var invocation = await Client.GetNextInvocationAsync(cancellationToken);
        var context = invocation.LambdaContext;
        if (context is LambdaContext own)
        {
            own.Serializer = _serializer;
        }

        var streamed = Client is IStreamingClient client ? new StreamedResponse(client, context.AwsRequestId) : null;
        LambdaResponseStreamFactory.Sink = streamed;
        InvocationResponse? response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception exception)
        {
            context.Logger.LogError(exception, "");
            if (streamed is { HasBegun: true })
            {
                await EndAsync(context, streamed, exception);
                return;
            }

            streamed?.Close();
            await Client.ReportInvocationErrorAsync(context.AwsRequestId, exception, CancellationToken.None);
            return;
        }

        if (streamed is { IsOpen: true })
        {
            await EndAsync(context, streamed, exception: null);
            return;
        }

        streamed?.Close();
        await AnswerAsync(context, response);
    }

    /// <summary>Closes the connection to the Runtime API.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            (Client as IDisposable)?.Dispose();
        }
    }

    private async Task InitializeAndAnswerAsync(CancellationToken cancellationToken)
    {
        if (_initializer is not null && !await InitializeAsync())
        {
            return;
        }

        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await InvokeOnceAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Waiting for an invocation that will not be taken any more.
        }
    }

    private static async Task EndAsync(ILambdaContext context, StreamedResponse streamed, Exception? exception)
    {
        try
        {
            await streamed.EndAsync(exception);
        }
        catch (Exception lost) when (lost is IOException or SocketException or RuntimeApiClientException { StatusCode: >= 400 and < 500 })
        {
            // What was streamed cannot be streamed again. Lambda knows as much of it as there is to know: the next may be taken.
            context.Logger.LogError(lost.Message);
        }
    }

    private async Task AnswerAsync(ILambdaContext context, InvocationResponse? response)
    {
        try
        {
            await Client.SendResponseAsync(context.AwsRequestId, response?.OutputStream, CancellationToken.None);
        }
        catch (RuntimeApiClientException refused) when (refused.StatusCode is >= 400 and < 500)
        {
            // Lambda has already failed the invocation, as one whose answer is over 6 MB (413): the next may be taken.
            context.Logger.LogError(refused.Message);
        }
        finally
        {
            if (response is { DisposeOutputStream: true, OutputStream: { } stream })
            {
                await stream.DisposeAsync();
            }
        }
    }
}
