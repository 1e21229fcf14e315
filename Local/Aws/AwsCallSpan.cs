using System.Diagnostics;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>The span of one call, below that of the function that makes it.</summary>
internal static class AwsCallSpan
{
    private static readonly object HasOne = new();

    /// <summary>Answers a call within its span; one that has had a span, and is refused after all, has no second one.</summary>
    public static async Task RunAsync(HttpContext context, string service, Caller caller, Func<Task> answer)
    {
        if (!context.Items.TryAdd(HasOne, true))
        {
            await answer();
            return;
        }

        using var span = Begin(context, service, caller);
        try
        {
            await answer();
            Describe(span, context);
        }
        catch (Exception failure)
        {
            span.Fail(failure.Message);
            throw;
        }
    }

    /// <summary>Says why the call at hand is refused.</summary>
    public static void Refuse(string? type, string? message) => Activity.Current.Fail($"{type?[(type.IndexOf('#') + 1)..]}: {message}");

    /// <summary>Names the call at hand, where its protocol has the operation among its parameters.</summary>
    public static void Name(string operation)
    {
        if (Activity.Current is { IsAllDataRequested: true } span && span.GetTagItem("rpc.service") is string service)
        {
            span.DisplayName = $"{service} {operation}";
            span.SetTag("rpc.method", operation);
        }
    }

    private static Activity? Begin(HttpContext context, string service, Caller caller)
    {
        var request = context.Request;
        var header = request.Headers[TraceHeader.Name].ToString();
        var operation = request.Headers["x-amz-target"].ToString() is { Length: > 0 } target
            ? target[(target.LastIndexOf('.') + 1)..]
            : request.Method;
        var session = caller.Arn[(caller.Arn.LastIndexOf('/') + 1)..];
        var span = Spans.Begin(
            $"{service} {operation}",
            ActivityKind.Server,
            SpanLinks.Find($"{TraceHeader.Parse(header).Root}/{session}") ?? Spans.Parse(header));
        span?.SetTag("aws.service", service);
        span?.SetTag("rpc.system", "aws-api");
        span?.SetTag("rpc.service", service);
        span?.SetTag("rpc.method", operation);
        span?.SetTag("aws.caller", caller.Arn);
        return span;
    }

    private static void Describe(Activity? span, HttpContext context)
    {
        var status = context.Response.StatusCode;
        span?.SetTag("http.response.status_code", status);
        if (status >= 400 && span?.Status != ActivityStatusCode.Error)
        {
            span.Fail(context.Response.Headers["x-amzn-ErrorType"].ToString() is { Length: > 0 } type ? type : $"Status {status}");
        }
    }
}
