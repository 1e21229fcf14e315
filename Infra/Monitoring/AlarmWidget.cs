using System.Text.Json.Nodes;

namespace Lexicon.Infra.Monitoring;

/// <summary>The states of alarms.</summary>
internal sealed record AlarmWidget(string Title, IReadOnlyList<string> Arns) : Widget(Title)
{
    public override string Type => "alarm";

    public override JsonObject ToProperties() => new()
    {
        ["title"] = Title,
        ["alarms"] = new JsonArray([.. Arns.Select(arn => (JsonNode)arn)]),
    };
}
