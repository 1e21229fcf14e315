using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Sandbox;

namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>
/// The way of an Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html), whoever calls. An asynchronous invocation
/// takes it once to its queue, and from there once for each attempt.
/// </summary>
internal sealed class InvokePipeline(
    Functions functions, IIdentities identities, EventQueue events, EnvironmentPool pool, TimeProvider time, IHolds? holds = null)
{
    private readonly ServiceAuthorizer _authorizer = new(identities);

    /// <summary>Invokes a function.</summary>
    /// <param name="request">The function, the event, and who calls.</param>
    /// <param name="cancellation">Ends the caller's wait; the function continues, as on AWS.</param>
    /// <exception cref="LambdaServiceException">The service refuses the request.</exception>
    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellation)
    {
        using var span = InvokeSpan.Begin(request);
        try
        {
            var response = await InvokeAsync(request, span, cancellation);
            InvokeSpan.Describe(span, response);
            InvokeSpan.Keep(span, request, response);
            return response;
        }
        catch (LambdaServiceException refusal)
        {
            span.Fail(refusal.Message);
            InvokeSpan.Keep(span, request, response: null);
            throw;
        }
    }

    private async Task<InvokeResponse> InvokeAsync(InvokeRequest request, Activity? span, CancellationToken cancellation)
    {
        var target = Resolve(request);
        _authorizer.Authorize(request, target);
        PayloadLimit.For(request.InvocationType).Check(request.Payload.Length);
        if (request.InvocationType != InvocationType.RequestResponse)
        {
            return Accept(request, target);
        }

        var invocation = CreateInvocation(request, target);
        ReserveConcurrency(invocation);
        using var link = InvokeSpan.LinkCallsOf(invocation, span);
        await InvokeHold.BeforeAsync(holds, invocation, cancellation);
        _ = RunAsync(invocation);
        var response = await invocation.Returned.WaitAsync(cancellation);
        await InvokeHold.AfterAsync(holds, invocation, response, cancellation);
        return response;
    }

    private InvokeTarget Resolve(InvokeRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName)
            ?? throw new LambdaServiceException("ResourceNotFoundException", 404, $"Function not found: {request.FunctionName}");
        return new(reference, functions.Route(reference, Random.Shared.NextDouble()));
    }

    /// <summary>The response to a caller who does not wait: an event is in its queue, a dry run is over.</summary>
    private InvokeResponse Accept(InvokeRequest request, InvokeTarget target)
    {
        var requestId = RequestIdOf(request);
        if (request.InvocationType == InvocationType.DryRun)
        {
            return new InvokeResponse { StatusCode = 204, RequestId = requestId };
        }

        var traced = request with { RequestId = requestId, TraceHeader = request.TraceHeader ?? Spans.CurrentHeader };
        events.Add(QueuedEvent.From(traced, target));
        return new InvokeResponse { StatusCode = 202, RequestId = requestId };
    }

    private Invocation CreateInvocation(InvokeRequest request, InvokeTarget target) => new()
    {
        Version = target.Version,
        RequestId = RequestIdOf(request),
        Event = request.Payload,
        InvokedArn = target.Reference.Arn,
        Trace = TraceHeader.Continue(
            request.TraceHeader ?? Spans.CurrentHeader, target.Version.Configuration.TracesActively, time.GetUtcNow()),
        ClientContext = Decode(request.ClientContext),
        WantsLog = request.WantsLog,
    };

    private static string RequestIdOf(InvokeRequest request) => request.RequestId ?? Guid.NewGuid().ToString();

    private static string? Decode(string? clientContext)
    {
        if (clientContext is null)
        {
            return null;
        }

        try
        {
            var bytes = Convert.FromBase64String(clientContext);
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetString(bytes) : throw InvalidClientContext();
        }
        catch (Exception flaw) when (flaw is FormatException or JsonException)
        {
            throw InvalidClientContext();
        }
    }

    private static LambdaServiceException InvalidClientContext() =>
        new("InvalidRequestContentException", 400, "Client context must be a valid Base64-encoded JSON object.");

    private static void ReserveConcurrency(Invocation invocation)
    {
        if (!invocation.Version.Function.TryEnter())
        {
            throw new LambdaServiceException("TooManyRequestsException", 429, "Rate Exceeded.")
            {
                Reason = "ReservedFunctionConcurrentInvocationLimitExceeded",
            };
        }
    }

    private async ValueTask<ExecutionEnvironment> AcquireAsync(Invocation invocation)
    {
        using var span = Spans.Begin("Lambda finds an environment");
        return await pool.AcquireAsync(invocation.Version);
    }

    /// <summary>
    /// Finds an environment and runs the invocation in it to the very end. The caller gets the response last, unless it got it on
    /// the way, so that its next request finds the environment and its place in the reserved concurrency free.
    /// </summary>
    private async Task RunAsync(Invocation invocation)
    {
        InvokeResponse? response = null;
        Exception? failure = null;
        try
        {
            while (response is null)
            {
                var environment = await AcquireAsync(invocation);
                try
                {
                    response = await environment.InvokeAsync(invocation);
                }
                finally
                {
                    pool.Release(environment);
                }
            }
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            // Whatever it is, the caller must get it: nobody else waits for this task.
            failure = unexpected;
        }

        invocation.Version.Function.Leave();
        if (response is not null)
        {
            invocation.Return(response);
        }
        else
        {
            invocation.Fail(failure!);
        }
    }
}
