using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Functions.Store.Model;
namespace Lexicon.Functions.Tests.Store;

/// <summary>What docs/data-model.md says, held against what is declared and what is done.</summary>
public sealed class DataModelTests(MeasuredOperations measured) : IClassFixture<MeasuredOperations>
{
    private static readonly GeneratedFile Page = new("docs/data-model.md");

    [Fact]
    public void EveryOperation_IsMeasured() => Assert.True(measured.Problems is [], string.Join('\n', measured.Problems));

    [Fact]
    [Trait("Kind", "Generated")]
    public void Items_AreThoseDeclared() => Page.Holds("items", MarkdownTable.Write(
        "| item | key of | `pk` | `sk` | |",
        from entity in Entities.All
        from key in entity.Keys
        select $"| {(key.Index is null ? entity.Name : "")} | {(key.Index is null ? "table" : $"`{key.Index}`")} "
            + $"| `{key.Partition}` | `{key.Sort}` | {(key.Index is null ? entity.Purpose : key.While)} |"));

    [Fact]
    [Trait("Kind", "Generated")]
    public void Attributes_AreThoseDeclared() => Page.Holds("attributes", MarkdownTable.Write(
        "| item | attribute | type | required | what it is |",
        from entity in Entities.All
        from attribute in entity.Attributes.Select((attribute, at) => (attribute, at))
        let one = attribute.attribute
        let item = attribute.at is 0 ? entity.Name : ""
        select $"| {item} | `{one.Name}` | {one.Type} | {(one.IsRequired ? "yes" : "no")} | {one.Rule} |"));

    [Fact]
    [Trait("Kind", "Generated")]
    public void AccessPatterns_AreWhatEachOperationAsksOfDynamoDb() => Page.Holds("access patterns", MarkdownTable.Write(
        "| operation | request | key condition | index | consistent |",
        from operation in measured.Operations
        from row in measured.Of(operation).Accesses.Select((access, at) => (access, at))
        select $"| {(row.at is 0 ? operation : "")} | `{row.access.Request}` | {row.access.Keys} "
            + $"| {(row.access.Index is null ? "" : $"`{row.access.Index}`")} "
            + $"| {row.access.IsConsistent switch { true => "yes", false => "no", _ => "" }} |"));

    [Fact]
    [Trait("Kind", "Generated")]
    public void Capacity_IsWhatEachOperationConsumes() => Page.Holds("capacity", MarkdownTable.Write(
        "| operation | read units | write units |",
        from operation in measured.Operations
        let usage = measured.Of(operation)
        select $"| {operation} | {Number(usage.Reads)} | {Number(usage.Writes)} |"));

    [Fact]
    [Trait("Kind", "Generated")]
    public void Capacity_IsThereForPrograms() => new GeneratedFile("docs/measurements/capacity.json").Is(
        new JsonObject(measured.Operations.Select(operation => KeyValuePair.Create<string, JsonNode?>(
            operation,
            new JsonObject { ["read"] = measured.Of(operation).Reads, ["write"] = measured.Of(operation).Writes })))
        .ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");

    /// <summary>
    /// The table is generated from Infra/Permissions.cs, which Infra.Tests holds complete; here it is held against what was measured.
    /// </summary>
    [Fact]
    public void Permissions_AreWhatEachOperationAsksOfDynamoDb()
    {
        var problems =
            from granted in Permissions()
            where measured.Operations.Contains(granted.Key)
            let asked = measured.Of(granted.Key).Actions.ToHashSet()
            where !asked.SetEquals(granted.Value)
            select $"Infra/Permissions.cs lets {granted.Key} do {Text(granted.Value)}; it asks DynamoDB for {Text(asked)}. "
                + "Where it is mended already, `make accept` has to write it into docs/data-model.md.";

        Assert.True(!problems.Any(), string.Join('\n', problems));
    }

    [Fact]
    public void NoOperation_Scans() => Assert.All(
        measured.Operations, operation => Assert.DoesNotContain(measured.Of(operation).Actions, action => action.Action == "Scan"));

    [Fact]
    public void AnIdempotencyKey_CostsNoRead() =>
        Assert.Equal(measured.CallsOf("RecordReview")[1].Reads, measured.CallsOf("RecordReview")[0].Reads);

    /// <summary>The operations of the document, and what they may do on the table or on an index.</summary>
    private static Dictionary<string, HashSet<(string Action, string? Index)>> Permissions()
    {
        Dictionary<string, HashSet<(string, string?)>> documented = [];
        var operation = "";
        foreach (var row in MarkdownTable.Read("docs/data-model.md", "## Permissions"))
        {
            operation = row[0] is "" ? operation : row[0];
            documented.TryAdd(operation, []);
            var index = row[2].StartsWith("index ", StringComparison.Ordinal) ? row[2]["index ".Length..].Trim('`') : null;
            documented[operation].UnionWith(row[1].Split(", ")
                .Where(action => action is ['`', ..])
                .Select(action => (action.Trim('`'), index)));
        }

        return documented;
    }

    private static string Text(HashSet<(string Action, string? Index)> actions) => actions.Count is 0
        ? "nothing"
        : string.Join(", ", actions.Order().Select(one => one.Index is null ? one.Action : $"{one.Action} on {one.Index}"));

    private static string Number(double units) => units.ToString(CultureInfo.InvariantCulture);
}
