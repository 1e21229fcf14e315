using System.Text.Json.Nodes;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>One resource of a template.</summary>
internal sealed record Resource(string LogicalId, JsonObject Json)
{
    public string Type => (string)Json[nameof(Type)]!;

    public string? DeletionPolicy => (string?)Json[nameof(DeletionPolicy)];

    public string? UpdateReplacePolicy => (string?)Json[nameof(UpdateReplacePolicy)];

    /// <summary>Where its construct stands: <c>Lexicon-dev/Api/GetTerm/Function/Resource</c>.</summary>
    public string Construct => (string?)Json["Metadata"]?["aws:cdk:path"] ?? LogicalId;

    /// <summary>The logical ids that it waits for; none if it waits for nobody.</summary>
    public IReadOnlyList<string> DependsOn => Intrinsics.RenderAll(Json[nameof(DependsOn)]);

    /// <summary>The value at a path such as <c>KeySchema.0.AttributeName</c>; null if there is none.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(Json["Properties"], Step);

    /// <summary>The value there as text, with its intrinsic functions written out.</summary>
    public string Text(string path) => Intrinsics.Render(this[path]);

    public IReadOnlyList<string> Texts(string path) => Intrinsics.RenderAll(this[path]);

    private static JsonNode? Step(JsonNode? node, string name) => node switch
    {
        JsonArray array => array.ElementAtOrDefault(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
        JsonObject value => value[name],
        _ => null,
    };
}
