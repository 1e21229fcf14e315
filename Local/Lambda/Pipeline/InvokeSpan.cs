using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>The span of an Invoke, from the caller's request to its response.</summary>
internal static class InvokeSpan
{
    private const int LongestReport = 500;

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
        if (span is null)
        {
            return;
        }

        span.SetTag("faas.invocation_id", response.RequestId);
        span.SetTag("faas.version", response.ExecutedVersion);
        if (response.FunctionError is { } error)
        {
            span.Fail($"The function failed ({error}){Reported(response)}.");
        }
    }

    // What a function that fails returns: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror.
    private static string Reported(InvokeResponse response)
    {
        try
        {
            var reported = SentJson.ParseNode(response.Payload) as JsonObject;
            string?[] words = [reported?["errorType"]?.ToString(), reported?["errorMessage"]?.ToString()];
            var text = SecretText.Hide(string.Join(": ", words.Where(word => !string.IsNullOrEmpty(word))));
            return text.Length == 0 ? "" : $": {(text.Length > LongestReport ? $"{text[..LongestReport]} ..." : text).TrimEnd('.')}";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    // Of an ARN, the part after "function:"; what follows it is a version or an alias.
    private static string NameOf(string function) =>
        function.Split(':') is { Length: >= 7 } parts ? string.Join(':', parts[6..]) : function;
}
