namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>
/// The conversation with one runtime process: which call is allowed when, and what the service and the runtime wait for
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// </summary>
internal sealed class RuntimeSession
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<InitResult> _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RuntimeState _state;
    private NextCall? _waiting;
    private Dispatched? _current;

    /// <summary>Completes when the init phase ends.</summary>
    public Task<InitResult> Initialized => _initialized.Task;

    /// <summary>Whether the runtime waits for an invocation on a connection that it still holds.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate)
            {
                return _state == RuntimeState.Ready && _waiting is { IsConnected: true };
            }
        }
    }

    /// <summary>Hands an invocation to the waiting runtime; null when it no longer waits, since its process has gone.</summary>
    public Dispatched? Dispatch(RuntimeEvent next)
    {
        NextCall call;
        Dispatched dispatched;
        lock (_gate)
        {
            if (_state != RuntimeState.Ready || _waiting is not { IsConnected: true })
            {
                return null;
            }

            call = _waiting;
            _state = RuntimeState.Running;
            _waiting = null;
            dispatched = _current = new Dispatched(next);
        }

        // A call that was given up in between is followed by another one, which gets the same invocation.
        call.Deliver(next);
        return dispatched;
    }

    /// <summary>The runtime asks for an invocation. One that it has and did not answer is handed out again.</summary>
    /// <returns>Null when the runtime has reported that it cannot initialize, or has ended.</returns>
    public NextCall? Next(Func<bool> isConnected)
    {
        var call = new NextCall(isConnected);
        Dispatched? done = null;
        lock (_gate)
        {
            switch (_state)
            {
                case RuntimeState.InitError or RuntimeState.Ended:
                    return null;
                case RuntimeState.Running:
                    call.Deliver(_current!.Event);
                    return call;
                case RuntimeState.ResponseSent:
                    done = _current;
                    _current = null;
                    break;
            }

            _waiting?.GiveUp();
            _waiting = call;
            _state = RuntimeState.Ready;
        }

        _initialized.TrySetResult(InitResult.Ready);
        done?.Finish(true);
        return call;
    }

    /// <summary>The runtime answers an invocation.</summary>
    public CallStatus Answer(string requestId, FunctionResponse answer)
    {
        Dispatched answered;
        lock (_gate)
        {
            if (_current?.Event.RequestId != requestId)
            {
                return CallStatus.InvalidRequestId;
            }

            if (_state != RuntimeState.Running)
            {
                return CallStatus.InvalidState;
            }

            _state = RuntimeState.ResponseSent;
            answered = _current;
        }

        answered.Answer(answer);
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
        Dispatched? interrupted;
        lock (_gate)
        {
            _state = RuntimeState.Ended;
            interrupted = _current;
            _current = null;
            _waiting?.GiveUp();
            _waiting = null;
        }

        _initialized.TrySetResult(InitResult.Exited);
        interrupted?.Answer(null);
        interrupted?.Finish(false);
    }
}
