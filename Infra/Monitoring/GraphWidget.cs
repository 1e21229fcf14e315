using System.Text.Json.Nodes;

namespace Lexicon.Infra.Monitoring;

/// <summary>A graph with a line for each metric.</summary>
internal sealed record GraphWidget(string Title, string Region, IReadOnlyList<(string Label, Metric Metric)> Lines) : Widget(Title)
{
    public override string Type => "metric";

    public override JsonObject ToProperties() => new()
    {
        ["title"] = Title,
        ["view"] = "timeSeries",
        ["region"] = Region,
        ["period"] = 60,
        ["metrics"] = new JsonArray([.. Lines.Select(line => ToLine(line.Label, line.Metric))]),
        ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0 } },
    };

    private static JsonArray ToLine(string label, Metric metric) =>
    [
        metric.Namespace,
        metric.Name,
        .. metric.Dimensions.SelectMany(dimension => new JsonNode[] { dimension.Name, dimension.Value }),
        new JsonObject { ["label"] = label, ["stat"] = metric.Statistic },
    ];
}
