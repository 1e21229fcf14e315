namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>
/// The conversation with one runtime process: which call is allowed when, and what the service and the runtime wait for
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// </summary>
internal sealed class RuntimeSession
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<InitEnd> initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RuntimeState state;
    private NextCall? waiting;
    private Dispatched? current;

    /// <summary>Completes when the init phase ends.</summary>
    public Task<InitEnd> Initialized => initialized.Task;

    /// <summary>Whether the runtime waits for an invocation on a connection that it still holds.</summary>
    public bool IsReady
    {
        get
        {
            lock (gate)
            {
                return state == RuntimeState.Ready && waiting is { IsConnected: true };
            }
        }
    }

    /// <summary>Hands an invocation to the waiting runtime; null when it no longer waits, since its process has gone.</summary>
    public Dispatched? Dispatch(RuntimeEvent next)
    {
        NextCall call;
        Dispatched dispatched;
        lock (gate)
        {
            if (state != RuntimeState.Ready || waiting is not { IsConnected: true })
            {
                return null;
            }

            call = waiting;
            state = RuntimeState.Running;
            waiting = null;
            dispatched = current = new Dispatched(next);
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
        lock (gate)
        {
            switch (state)
            {
                case RuntimeState.InitError or RuntimeState.Ended:
                    return null;
                case RuntimeState.Running:
                    call.Deliver(current!.Event);
                    return call;
                case RuntimeState.ResponseSent:
                    done = current;
                    current = null;
                    break;
            }

            waiting?.GiveUp();
            waiting = call;
            state = RuntimeState.Ready;
        }

        initialized.TrySetResult(InitEnd.Ready);
        done?.Finish(true);
        return call;
    }

    /// <summary>The runtime answers an invocation.</summary>
    public CallResult Answer(string requestId, RuntimeAnswer answer)
    {
        Dispatched answered;
        lock (gate)
        {
            if (current?.Event.RequestId != requestId)
            {
                return CallResult.WrongRequestId;
            }

            if (state != RuntimeState.Running)
            {
                return CallResult.NotNow;
            }

            state = RuntimeState.ResponseSent;
            answered = current;
        }

        answered.Answer(answer);
        return CallResult.Accepted;
    }

    /// <summary>The runtime cannot initialize.</summary>
    public CallResult FailInit(RuntimeAnswer error)
    {
        lock (gate)
        {
            if (state != RuntimeState.Started)
            {
                return CallResult.NotNow;
            }

            state = RuntimeState.InitError;
        }

        initialized.TrySetResult(new InitEnd(false, error));
        return CallResult.Accepted;
    }

    /// <summary>The process has ended; whatever is waited for will not come.</summary>
    public void End()
    {
        Dispatched? interrupted;
        lock (gate)
        {
            state = RuntimeState.Ended;
            interrupted = current;
            current = null;
            waiting?.GiveUp();
            waiting = null;
        }

        initialized.TrySetResult(InitEnd.Exited);
        interrupted?.Answer(null);
        interrupted?.Finish(false);
    }
}
