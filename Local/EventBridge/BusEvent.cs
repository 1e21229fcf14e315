using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.EventBridge;

/// <summary>An event on a bus (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html).</summary>
internal sealed class BusEvent
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private BusEvent(string json, DateTimeOffset ingested)
    {
        Json = json;
        Ingested = ingested;
        using var document = JsonDocument.Parse(json, AwsJson.ReaderOptions);
        Root = document.RootElement.Clone();
    }

    /// <summary>The event as targets get it.</summary>
    public string Json { get; }

    /// <summary>The same, read.</summary>
    public JsonElement Root { get; }

    /// <summary>When the bus took it.</summary>
    public DateTimeOffset Ingested { get; }

    /// <summary>Its id.</summary>
    public string Id => Root.GetProperty("id").GetString()!;

    /// <summary>A new event, with the members that every event has.</summary>
    public static BusEvent Create(NewEvent published, DateTimeOffset now)
    {
        var envelope = new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = published.DetailType,
            ["source"] = published.Source,
            ["account"] = Account.Id,
            ["time"] = TimeOf(published.Time ?? now),
            ["region"] = Account.Region,
            ["resources"] = new JsonArray([.. published.Resources.Select(arn => (JsonNode)arn)]),
            ["detail"] = published.Detail.DeepClone(),
        };
        return new(envelope.ToJsonString(AwsJson.Options), now);
    }

    /// <summary>An event as it was kept.</summary>
    public static BusEvent Read(string json, DateTimeOffset ingested) => new(json, ingested);

    /// <summary>A time as events have it.</summary>
    public static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString(Seconds, CultureInfo.InvariantCulture);
}
