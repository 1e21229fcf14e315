using Amazon.Lambda.RuntimeSupport.Errors;
using Amazon.Lambda.RuntimeSupport.Http;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API over one keep-alive connection. Requests are made one after the other.</summary>
public sealed partial class RuntimeApiClient : IRuntimeApiClient, IDisposable
{
    // A request up to this size leaves in one write.
    private const int OneWrite = 32 * 1024;

    private readonly RuntimeApiConnection _connection;
    private readonly InvocationContexts _contexts;
    private readonly RequestHead _head;
    private readonly PooledBytes _request = new(OneWrite);

    internal RuntimeApiClient(string host, RuntimeApiConnection connection, InvocationContexts contexts)
    {
        _head = new(host);
        _connection = connection;
        _contexts = contexts;
    }

    /// <inheritdoc/>
    public async Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default)
    {
        _request.Clear();
        _head.WriteNext(_request);
        var response = await _connection.ExchangeAsync(_request.Memory, default, cancellationToken);
        if (response.Head.Status != 200 || response.Head.RequestId is null)
        {
            using (response)
            {
                throw new RuntimeApiClientException("next", response);
            }
        }

        return new(response.Body.AsStream(), _contexts.Create(response.Head), response);
    }

    /// <inheritdoc/>
    public async Task SendResponseAsync(string awsRequestId, Stream? outputStream, CancellationToken cancellationToken = default)
    {
        var body = await AnswerBytes.OfAsync(outputStream, cancellationToken);
        _request.Clear();
        _head.WriteResponse(_request, awsRequestId, body.Length);
        await PostAsync("response", body, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ReportInvocationErrorAsync(
        string awsRequestId, Exception exception, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        using var body = ErrorReport.Write(exception);
        _request.Clear();
        _head.WriteError(_request, awsRequestId, ErrorReport.TypeOf(exception), body.Length);
        await PostAsync("error", body.Memory, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ReportInitializationErrorAsync(Exception exception, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        using var body = ErrorReport.Write(exception);
        _request.Clear();
        _head.WriteInitError(_request, ErrorReport.TypeOf(exception), body.Length);
        await PostAsync("init error", body.Memory, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ReportInitializationErrorAsync(string errorType, CancellationToken cancellationToken = default)
    {
        _request.Clear();
        _head.WriteInitError(_request, errorType, 0);
        await PostAsync("init error", default, cancellationToken);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        _connection.Dispose();
        _request.Dispose();
    }

    private async Task PostAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (_request.Length + body.Length <= OneWrite)
        {
            _request.Append(body.Span);
            body = default;
        }

        using var response = await _connection.ExchangeAsync(_request.Memory, body, cancellationToken);
        ThrowIfRefused(operation, response);
    }

    private static void ThrowIfRefused(string operation, Response response)
    {
        var wasTakenBefore = response.WasSentAgain && response.Head.Status is >= 400 and < 500;
        if (response.Head.Status is < 200 or >= 300 && !wasTakenBefore)
        {
            throw new RuntimeApiClientException(operation, response);
        }
    }
}
