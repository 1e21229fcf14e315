using System.Text.Json.Nodes;

namespace Lexicon.Local.Debugging.Holding;

/// <summary>A request that waits.</summary>
/// <param name="number">Its number among all that have waited.</param>
/// <param name="trace">Its trace; null: it has none.</param>
/// <param name="point">Where it waits.</param>
/// <param name="before">Where it waited before; null: nowhere.</param>
/// <param name="since">Since when it waits.</param>
/// <param name="until">When it continues by itself.</param>
internal sealed class HeldRequest(
    long number, string? trace, HoldPoint point, HeldRequest? before, DateTimeOffset since, DateTimeOffset until)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JsonObject _state = point.State();

    public long Number => number;

    public string? Trace => trace;

    /// <summary>Ends when it may continue.</summary>
    public Task Released => _released.Task;

    /// <summary>Lets it continue.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>What there is to see.</summary>
    public JsonObject Describe()
    {
        JsonObject described = new()
        {
            ["number"] = number,
            ["trace"] = trace,
            ["service"] = point.Service,
            ["step"] = point.Step,
            ["what"] = point.What,
            ["since"] = since.ToString("O"),
            ["until"] = until.ToString("O"),
            ["state"] = _state.DeepClone(),
        };
        if (before is not null)
        {
            described["before"] = before.DescribeAsBefore();
        }

        return described;
    }

    private JsonObject DescribeAsBefore() =>
        new() { ["service"] = point.Service, ["step"] = point.Step, ["state"] = _state.DeepClone() };
}
