using System.Text.Json.Nodes;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>What there is to see of an invocation that is held before its function or after it.</summary>
internal static class InvokeHold
{
    /// <summary>The name of the service.</summary>
    public const string Service = "Lambda";

    private const string Before = "BeforeTheFunction";
    private const string After = "AfterTheFunction";

    /// <summary>Where an invocation can wait.</summary>
    public static IEnumerable<string> Steps => [Before, After];

    /// <summary>Waits before the function has the event, where that is wanted.</summary>
    public static ValueTask BeforeAsync(IHolds? holds, Invocation invocation, CancellationToken gone) => holds is { IsWanted: true }
        ? holds.PassAsync(PointOf(Before, invocation, () => Describe(invocation, null)), gone)
        : ValueTask.CompletedTask;

    /// <summary>Waits before the caller has what the function returned, where that is wanted.</summary>
    public static ValueTask AfterAsync(IHolds? holds, Invocation invocation, InvokeResponse response, CancellationToken gone) =>
        holds is { IsWanted: true }
            ? holds.PassAsync(PointOf(After, invocation, () => Describe(invocation, response)), gone)
            : ValueTask.CompletedTask;

    private static HoldPoint PointOf(string step, Invocation invocation, Func<JsonObject> state) =>
        new(Service, step, invocation.Version.Configuration.Name, state);

    private static JsonObject Describe(Invocation invocation, InvokeResponse? response)
    {
        JsonObject state = new() { ["requestId"] = invocation.RequestId, ["event"] = Document(invocation.Event) };
        if (response is not null)
        {
            state["returned"] = Document(response.Payload);
            state["error"] = response.FunctionError;
        }

        return state;
    }

    private static JsonNode? Document(ReadOnlyMemory<byte> json) =>
        SecretJson.Hide(json.Span) is { } shown ? JsonNode.Parse(shown) : ShownPassage.Of(Passage.Of(json))["body"]?.DeepClone();
}
