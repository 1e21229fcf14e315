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

    /// <summary>How another resource refers to it.</summary>
    public string Ref => $"${{{LogicalId}}}";

    /// <summary>How another resource refers to its name in full.</summary>
    public string Arn => $"${{{LogicalId}.Arn}}";

    /// <summary>What linters find on it and we accept.</summary>
    public IEnumerable<JsonObject> Waivers =>
        Json["Metadata"]?["cdk_nag"]?["rules_to_suppress"]?.AsArray().Select(waiver => waiver!.AsObject()) ?? [];

    /// <summary>The value at a path such as <c>KeySchema.0.AttributeName</c>; null if there is none.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(Json["Properties"], Step);

    /// <summary>The value there as text, with its intrinsic functions written out.</summary>
    public string Text(string path) => Intrinsics.Render(this[path]);

    public IReadOnlyList<string> Texts(string path) => Intrinsics.RenderAll(this[path]);

    /// <summary>The items of a list; none if it is not there.</summary>
    public IEnumerable<JsonNode> Items(string path) => (this[path] as JsonArray)?.Select(item => item!) ?? [];

    public bool Waives(string rule) => Waivers.Any(waiver => (string?)waiver["id"] == rule);

    /// <summary>Asserts what stands at some paths: <c>("MfaConfiguration", "OPTIONAL")</c>; nothing, if the text is empty.</summary>
    public void Says(params (string Path, string Text)[] values) =>
        Assert.All(values, value => Assert.Equal(value.Text, Text(value.Path)));

    private static JsonNode? Step(JsonNode? node, string name) => node switch
    {
        JsonArray array => array.ElementAtOrDefault(int.Parse(name, CultureInfo.InvariantCulture)),
        JsonObject value => value[name],
        _ => null,
    };
}
