using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Infra.Monitoring;

/// <summary>The body of a dashboard, filled row by row; the widgets of a row share its 24 columns.</summary>
internal sealed class DashboardPage
{
    private const int Columns = 24;

    // Values that are known at deployment only must stay as CDK wrote them.
    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonArray _widgets = [];
    private int _height;

    /// <summary>Adds a row below the others.</summary>
    public DashboardPage Row(int height, params IReadOnlyList<Widget> widgets)
    {
        var width = Columns / widgets.Count;
        foreach (var (index, widget) in widgets.Index())
        {
            _widgets.Add((JsonNode)new JsonObject
            {
                ["type"] = widget.Type,
                ["x"] = index * width,
                ["y"] = _height,
                ["width"] = width,
                ["height"] = height,
                ["properties"] = widget.ToProperties(),
            });
        }

        _height += height;
        return this;
    }

    /// <summary>The body as CloudWatch takes it.</summary>
    public string ToJson() => new JsonObject { ["widgets"] = _widgets.DeepClone() }.ToJsonString(AsItStands);
}
