using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Facts;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The functions, what is alive of them, and how long they took.</summary>
internal sealed class FunctionsView : IView
{
    private readonly IFunctionsView _view;
    private readonly IFunctions _functions;

    /// <summary>The view of these functions.</summary>
    public FunctionsView(IFunctionsView view, IFunctions functions)
    {
        (_view, _functions) = (view, functions);
        Routes =
        [
            ConsoleRoute.Get(
                "/functions", "Every function, with its environments that are alive and a sum of its last invocations.", _ => List()),
            ConsoleRoute.Get("/functions/{name}/invocations", "The last 200 invocations of a function, oldest first.", Invocations),
            ConsoleRoute.Post("/functions/{name}/invoke", "Invokes a function with a test event, and waits for it.", InvokeAsync) with
            {
                Body = new Dictionary<string, string> { ["event"] = "The event: any JSON, as text." },
            },
        ];
    }

    public string Name => "Functions";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    private JsonArray List()
    {
        var alive = _view.Environments.ToLookup(environment => environment.Function);
        return
        [
            .. _view.Functions.Select(function =>
                (JsonNode?)Describe(function, alive[function.Name], _view.InvocationsOf(function.Name))),
        ];
    }

    private static JsonObject Describe(
        FunctionFacts function, IEnumerable<EnvironmentFacts> environments, IReadOnlyList<InvocationFacts> invocations) => new()
        {
            ["name"] = function.Name,
            ["id"] = function.LogicalId,
            ["description"] = function.Description,
            ["runtime"] = function.Runtime,
            ["memory"] = function.MemorySize,
            ["timeout"] = function.Timeout.TotalSeconds,
            ["role"] = function.Role,
            ["logGroup"] = function.LogGroup,
            ["environments"] = new JsonArray([.. environments.OrderBy(one => one.Created).Select(Describe)]),
            ["invocations"] = invocations.Count,
            ["cold"] = invocations.Count(one => one.Init is not null),
            ["failed"] = invocations.Count(one => one.Failure is not null),
            ["last"] = invocations is [.., var last] ? last.Ended.ToString("O") : null,
        };

    private static JsonNode Describe(EnvironmentFacts environment) => new JsonObject
    {
        ["version"] = environment.Version,
        ["stream"] = environment.LogStream,
        ["state"] = environment.State.ToString().ToLowerInvariant(),
        ["created"] = environment.Created.ToString("O"),
        ["invocations"] = environment.Invocations,
        ["memory"] = environment.PeakMemory,
    };

    private JsonArray Invocations(ConsoleCall call) =>
    [
        .. _view.InvocationsOf(Known(call)).Select(one => new JsonObject
        {
            ["requestId"] = one.RequestId,
            ["ended"] = one.Ended.ToString("O"),
            ["duration"] = one.Duration.TotalMilliseconds,
            ["init"] = one.Init?.TotalMilliseconds,
            ["billed"] = one.BilledMilliseconds,
            ["memory"] = one.MaxMemoryUsed,
            ["failure"] = one.Failure,
        }),
    ];

    private async Task<JsonNode> InvokeAsync(ConsoleCall call)
    {
        var name = Known(call);
        var payload = (await call.BodyAsync())["event"]?.ToString() ?? "{}";
        try
        {
            _ = JsonNode.Parse(payload);
        }
        catch (System.Text.Json.JsonException mistake)
        {
            throw ConsoleException.Invalid($"The event is not valid; it must be JSON: {mistake.Message}");
        }

        try
        {
            var response = await _functions.InvokeAsync(
                new InvokeRequest(name, Encoding.UTF8.GetBytes(payload)) { WantsLog = true }, call.Cancellation);
            return new JsonObject
            {
                ["requestId"] = response.RequestId,
                ["error"] = response.FunctionError,
                ["payload"] = Encoding.UTF8.GetString(response.Payload.Span),
                ["log"] = response.LogTail,
            };
        }
        catch (LambdaServiceException refusal)
        {
            throw ConsoleException.Invalid(refusal.Message);
        }
    }

    private string Known(ConsoleCall call) => _view.Functions.Any(function => function.Name == call.Get("name"))
        ? call.Get("name")
        : throw ConsoleException.NotFound($"The function '{call.Get("name")}'");
}
