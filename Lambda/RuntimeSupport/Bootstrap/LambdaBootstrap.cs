using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Runs a function: prepares it, then takes one invocation after the other from the Runtime API and answers each. An exception
/// of the handler fails its invocation and nothing else.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;

    /// <summary>Runs the handler of the wrapper.</summary>
    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this((handlerWrapper ?? throw new ArgumentNullException(nameof(handlerWrapper))).Handler, initializer)
    {
    }

    /// <summary>Runs the handler.</summary>
    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(handler, new LambdaBootstrapOptions(), initializer)
    {
    }

    internal LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions options, LambdaBootstrapInitializer? initializer = null)
        : this(handler, RuntimeApiClients.Create(options), initializer)
    {
    }

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
        InvocationResponse? response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception exception)
        {
            invocation.LambdaContext.Logger.LogError(exception, "");
            await Client.ReportInvocationErrorAsync(invocation.LambdaContext.AwsRequestId, exception, CancellationToken.None);
            return;
        }

        await AnswerAsync(invocation.LambdaContext, response);
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
