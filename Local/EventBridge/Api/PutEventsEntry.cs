using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>An entry of PutEvents (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html).</summary>
internal sealed class PutEventsEntry
{
    // What a time counts for: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html.
    private const int SizeOfTime = 14;

    private readonly string? _busName;
    private readonly string? _source;
    private readonly string? _detailType;
    private readonly string? _detail;
    private readonly string? _trace;
    private readonly DateTimeOffset? _time;
    private readonly IReadOnlyList<string> _resources;

    /// <summary>Reads the members of an entry.</summary>
    /// <exception cref="EventBridgeException">One of them has another type.</exception>
    public PutEventsEntry(JsonObject members)
    {
        _busName = members.Text("EventBusName");
        _source = members.Text("Source");
        _detailType = members.Text("DetailType");
        _detail = members.Text("Detail");
        _trace = members.Text("TraceHeader");
        _time = members.Time("Time");
        _resources = [.. members.List("Resources").Select(arn => arn?.ToString() ?? "")];
    }

    /// <summary>The name of its bus.</summary>
    public string Bus => EventBuses.NameOf(_busName);

    /// <summary>How many bytes it counts for.</summary>
    public int Size => (_time is null ? 0 : SizeOfTime) + Bytes(_source) + Bytes(_detailType) + Bytes(_detail) + _resources.Sum(Bytes);

    /// <summary>Why it fails; null: it does not.</summary>
    public (string Code, string Message)? Check() =>
        Missing("Source", _source)
        ?? Missing("DetailType", _detailType)
        ?? Missing("Detail", _detail)
        ?? (Detail() is null ? ("MalformedDetail", "Detail is malformed.")
            : _source!.StartsWith("aws.", StringComparison.Ordinal) ? ("NotAuthorizedForSource", "Not authorized for the source.")
            : null);

    /// <summary>The event, if nothing is wrong with it.</summary>
    public NewEvent ToEvent() => new(_source!, _detailType!, Detail()!)
    {
        Bus = Bus,
        Resources = _resources,
        Time = _time,
    };

    /// <summary>The entry as error messages show it.</summary>
    public override string ToString() =>
        $"PutEventsRequestEntry(time={(_time is null ? "null" : BusEvent.TimeOf(_time.Value))}, "
        + $"source={_source ?? "null"}, resources={(_resources.Count == 0 ? "null" : $"[{string.Join(", ", _resources)}]")}, "
        + $"detailType={_detailType ?? "null"}, detail={_detail ?? "null"}, eventBusName={_busName ?? "null"}, "
        + $"traceHeader={_trace ?? "null"}, kmsKeyIdentifier=null, internalMetadata=null)";

    private static (string Code, string Message)? Missing(string name, string? value) => string.IsNullOrEmpty(value)
        ? ("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.")
        : null;

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private JsonObject? Detail()
    {
        try
        {
            using var document = SentJson.Parse(_detail!);
            return document.RootElement.ValueKind == JsonValueKind.Object ? JsonObject.Create(document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
