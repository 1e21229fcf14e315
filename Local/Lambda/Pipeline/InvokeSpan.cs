using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>The span of an Invoke, from the caller's request to its response.</summary>
internal static class InvokeSpan
{
    /// <summary>Begins it below the caller's span; where the caller is gone, as with a queued event, below what its header names.</summary>
    public static Activity? Begin(InvokeRequest request)
    {
        var parent = Activity.Current is null ? Spans.Parse(request.TraceHeader) : null;
        var span = Spans.Begin($"Lambda invokes {NameOf(request.FunctionName)}", ActivityKind.Client, parent);
        span?.SetTag("aws.service", "Lambda");
        span?.SetTag("faas.invoked_name", NameOf(request.FunctionName));
        span?.SetTag("aws.lambda.invoked_arn", request.FunctionName);
        span?.SetTag("aws.lambda.invocation_type", request.InvocationType.ToString());
        return span;
    }

    /// <summary>Lets what the function asks of AWS be found to be below this span: its SDK sends the trace that it works in.</summary>
    public static IDisposable? LinkCallsOf(Invocation invocation, Activity? span) =>
        SpanLinks.Add(Key(invocation.Trace.Root, invocation.Version.Configuration.Name), span);

    /// <summary>The span of a function, by the trace that it works in and its name.</summary>
    public static string Key(string root, string function) => $"{root}/{function}";

    /// <summary>Keeps the event, and what the function returned, where somebody waited for that.</summary>
    public static void Keep(Activity? span, InvokeRequest request, InvokeResponse? response)
    {
        if (SpanContent.IsWanted(span))
        {
            var isAwaited = response is not null && request.InvocationType == InvocationType.RequestResponse;
            new SpanContent(Passage.Of(request.Payload), isAwaited ? Passage.Of(response!.Payload) : null).Keep(span!);
        }
    }

    /// <summary>Says what became of it.</summary>
    public static void Describe(Activity? span, InvokeResponse response)
    {
        span?.SetTag("faas.invocation_id", response.RequestId);
        span?.SetTag("faas.version", response.ExecutedVersion);
        if (response.FunctionError is { } error)
        {
            span.Fail($"The function failed ({error}).");
        }
    }

    // Of an ARN, the part after "function:"; what follows it is a version or an alias.
    private static string NameOf(string function) =>
        function.Split(':') is { Length: >= 7 } parts ? string.Join(':', parts[6..]) : function;
}
