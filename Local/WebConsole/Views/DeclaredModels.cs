using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>
/// What templates declare of the items of their tables: <c>Metadata.DataModel</c> of a table, a list of entities, each with
/// <c>Name</c>, <c>Purpose</c>, <c>Keys</c> (<c>Partition</c>, <c>Sort</c>, <c>Index</c>, <c>While</c>; variable parts in angle brackets)
/// and <c>Attributes</c> (<c>Name</c>, <c>Type</c>, <c>Required</c>, <c>Rule</c>).
/// </summary>
internal sealed class DeclaredModels(IEnumerable<ResourceNode> nodes)
{
    private readonly Dictionary<string, JsonArray> _byTable = nodes
        .Where(node => node.TypeName is "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable" && node.Provisioned is not null)
        .Select(node => (Table: node.Provisioned!.Ref, Model: node.Definition["Metadata"]?["DataModel"] as JsonArray))
        .Where(one => one.Model is not null)
        .ToDictionary(one => one.Table, one => one.Model!);

    /// <summary>The entities of a table; empty where its template declares none.</summary>
    public JsonArray Of(string table) => _byTable.GetValueOrDefault(table)?.DeepClone().AsArray() ?? [];
}
