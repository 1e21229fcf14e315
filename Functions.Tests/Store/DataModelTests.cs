using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Functions.Store.Model;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Store;

/// <summary>What docs/data-model.md says, held against what is declared and what is done.</summary>
public sealed class DataModelTests(MeasuredOperations measured) : IClassFixture<MeasuredOperations>
{
    private static readonly Document Page = new("docs", "data-model.md");

    [Fact]
    public void Items_AreThoseDeclared() => Page.Holds("items", Document.Table(
        "| item | key of | `pk` | `sk` | |",
        from entity in Entities.All
        from key in entity.Keys
        select $"| {(key.Index is null ? entity.Name : "")} | {(key.Index is null ? "table" : $"`{key.Index}`")} "
            + $"| `{key.Partition}` | `{key.Sort}` | {(key.Index is null ? entity.Purpose : key.While)} |"));

    [Fact]
    public void Attributes_AreThoseDeclared() => Page.Holds("attributes", Document.Table(
        "| item | attribute | type | required | what it is |",
        from entity in Entities.All
        from attribute in entity.Attributes.Select((attribute, at) => (attribute, at))
        let one = attribute.attribute
        select $"| {(attribute.at is 0 ? entity.Name : "")} | `{one.Name}` | {one.Type} | {(one.IsRequired ? "yes" : "no")} | {one.Rule} |"));

    [Fact]
    public void AccessPatterns_AreWhatEachOperationAsksOfDynamoDb() => Page.Holds("access patterns", Document.Table(
        "| operation | request | key condition | index | consistent |",
        from route in Routes.All
        from row in measured.Of(route.Operation).Accesses.Select((access, at) => (access, at))
        select $"| {(row.at is 0 ? route.Operation : "")} | `{row.access.Request}` | {row.access.Keys} "
            + $"| {(row.access.Index is null ? "" : $"`{row.access.Index}`")} "
            + $"| {row.access.IsConsistent switch { true => "yes", false => "no", _ => "" }} |"));

    [Fact]
    public void Capacity_IsWhatEachOperationConsumes() => Page.Holds("capacity", Document.Table(
        "| operation | read units | write units |",
        Routes.All.Select(route => measured.Of(route.Operation)).Select((usage, at) =>
            $"| {Routes.All[at].Operation} | {Number(usage.Reads)} | {Number(usage.Writes)} |")));

    [Fact]
    public void Capacity_IsThereForPrograms() => new Document("docs", "measurements", "capacity.json").Is(
        new JsonObject(Routes.All.Select(route => KeyValuePair.Create<string, JsonNode?>(
            route.Operation,
            new JsonObject { ["read"] = measured.Of(route.Operation).Reads, ["write"] = measured.Of(route.Operation).Writes })))
        .ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");

    /// <summary>Infra.Tests holds the same table against what the roles are granted.</summary>
    [Fact]
    public void Permissions_AreWhatEachOperationAsksOfDynamoDb()
    {
        Dictionary<string, HashSet<(string, string?)>> documented = [];
        var operation = "";
        foreach (var row in Repository.TableUnder("docs/data-model.md", "## Permissions"))
        {
            operation = row[0] is "" ? operation : row[0];
            documented.TryAdd(operation, []);
            var index = row[2].StartsWith("index ", StringComparison.Ordinal) ? row[2]["index ".Length..].Trim('`') : null;
            documented[operation].UnionWith(row[1].Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(action => (action.Trim('`'), index)));
        }

        Assert.All(Routes.All, route => Assert.Equal(
            (documented.GetValueOrDefault(route.Operation) ?? []).Order(), measured.Of(route.Operation).Actions.Order()));
    }

    [Fact]
    public void NoOperation_Scans() => Assert.All(
        Routes.All, route => Assert.DoesNotContain(measured.Of(route.Operation).Actions, action => action.Action == "Scan"));

    [Fact]
    public void AnIdempotencyKey_CostsNoRead() =>
        Assert.Equal(measured.ReviewWithoutKey.Reads, measured.Of("RecordReview").Reads);

    private static string Number(double units) => units.ToString(CultureInfo.InvariantCulture);
}
