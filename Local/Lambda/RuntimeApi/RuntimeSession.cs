namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>
/// The conversation with one runtime process: which call is allowed when, and which invocation the runtime has
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// </summary>
internal sealed class RuntimeSession
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<InitResult> _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RuntimeState _state;

    // While the runtime is ready: its call of next, and the connection on which it waits.
    private TaskCompletionSource<Invocation?>? _next;
    private RuntimeConnection? _connection;

    // While it works on one, and until it asks for the next.
    private Invocation? _current;

    /// <summary>Completes when the init phase ends.</summary>
    public Task<InitResult> Initialized => _initialized.Task;

    /// <summary>Whether the runtime waits for an invocation on a connection that it still holds.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate)
            {
                return IsWaiting;
            }
        }
    }

    private bool IsWaiting => _state == RuntimeState.Ready && _connection is { IsConnected: true };

    /// <summary>Hands an invocation to the waiting runtime.</summary>
    /// <returns>False when it no longer waits, since its process has gone.</returns>
    public bool TryDispatch(Invocation invocation)
    {
        TaskCompletionSource<Invocation?> next;
        lock (_gate)
        {
            if (!IsWaiting)
            {
                return false;
            }

            next = _next!;
            _next = null;
            _state = RuntimeState.Running;
            _current = invocation;
        }

        // A call that was given up in between is followed by another one, which gets the same invocation.
        next.TrySetResult(invocation);
        return true;
    }

    /// <summary>The runtime asks for an invocation. One that it has and did not respond to is handed out again.</summary>
    /// <param name="connection">Where it waits.</param>
    /// <param name="next">The invocation, however long that takes; null when another call has taken the place of this one.</param>
    /// <returns>False when the runtime has reported that it cannot initialize, or has ended.</returns>
    public bool TryNext(RuntimeConnection connection, out Task<Invocation?> next)
    {
        Invocation? done = null;
        lock (_gate)
        {
            switch (_state)
            {
                case RuntimeState.InitError or RuntimeState.Ended:
                    next = Task.FromResult<Invocation?>(null);
                    return false;
                case RuntimeState.Running:
                    next = Task.FromResult(_current);
                    return true;
                case RuntimeState.ResponseSent:
                    done = _current;
                    _current = null;
                    break;
            }

            _next?.TrySetResult(null);
            _next = new TaskCompletionSource<Invocation?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _connection = connection;
            _state = RuntimeState.Ready;
            next = _next.Task;
        }

        _initialized.TrySetResult(InitResult.Ready);
        done?.Complete(ready: true);
        return true;
    }

    /// <summary>The runtime responds to an invocation.</summary>
    public CallStatus Respond(string requestId, FunctionResponse response)
    {
        Invocation invocation;
        lock (_gate)
        {
            if (_current?.RequestId != requestId)
            {
                return CallStatus.InvalidRequestId;
            }

            if (_state != RuntimeState.Running)
            {
                return CallStatus.InvalidState;
            }

            _state = RuntimeState.ResponseSent;
            invocation = _current;
        }

        invocation.Respond(response);
        return CallStatus.Accepted;
    }

    /// <summary>The runtime cannot initialize.</summary>
    public CallStatus FailInit(FunctionResponse error)
    {
        lock (_gate)
        {
            if (_state != RuntimeState.Started)
            {
                return CallStatus.InvalidState;
            }

            _state = RuntimeState.InitError;
        }

        _initialized.TrySetResult(new InitResult(false, error));
        return CallStatus.Accepted;
    }

    /// <summary>The process has ended; whatever is waited for will not come.</summary>
    public void End()
    {
        Invocation? interrupted;
        lock (_gate)
        {
            _state = RuntimeState.Ended;
            interrupted = _current;
            _current = null;
            _next?.TrySetResult(null);
            _next = null;
        }

        _initialized.TrySetResult(InitResult.Exited);
        interrupted?.Respond(null);
        interrupted?.Complete(ready: false);
    }
}
