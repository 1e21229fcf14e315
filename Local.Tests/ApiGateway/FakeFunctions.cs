using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>Functions that a test answers for.</summary>
internal sealed class FakeFunctions : IFunctions
{
    /// <summary>What answers; by default 200 with an empty body.</summary>
    public Func<JsonObject, CancellationToken, Task<InvokeResponse>> Handler { get; set; }
        = (_, _) => Task.FromResult(Payload("""{"statusCode":200}"""));

    /// <summary>The events, in order.</summary>
    public List<JsonObject> Events { get; } = [];

    /// <summary>The functions that were invoked and how, in order.</summary>
    public List<(string FunctionArn, InvokeRequest Invocation)> Invocations { get; } = [];

    /// <summary>The last event.</summary>
    public JsonObject Event => Events[^1];

    /// <summary>Answers every invocation with this payload.</summary>
    public void Answer(string payload) => Handler = (_, _) => Task.FromResult(Payload(payload));

    /// <summary>Refuses every invocation.</summary>
    public void Refuse(string errorType, int statusCode) =>
        Handler = (_, _) =>
        Task.FromException<InvokeResponse>(new LambdaServiceException(errorType, statusCode, errorType));

    public static InvokeResponse Payload(string payload, string? error = null) =>
        new()
        {
            RequestId = "invocation-1",
            Payload = Encoding.UTF8.GetBytes(payload),
            FunctionError = error,
            ExecutedVersion = "$LATEST",
        };

    public Task<InvokeResponse> InvokeAsync(InvokeRequest invocation, CancellationToken cancellation)
    {
        var request = JsonNode.Parse(invocation.Payload.Span, documentOptions: AwsJson.ReaderOptions)!.AsObject();
        lock (Events)
        {
            Events.Add(request);
            Invocations.Add((invocation.FunctionName, invocation));
        }

        return Handler(request, cancellation);
    }
}
