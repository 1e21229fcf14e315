using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>
/// What <c>docs/data-model.md</c> says each operation may do to the table is what its role is granted. Functions.Tests holds the page
/// against what was measured.
/// </summary>
public sealed class DataModelDocumentTests
{
    [Fact]
    [Trait("Kind", "Generated")]
    public void PermissionsOfTheDocument_AreThoseGranted() => new Document("data-model.md").Holds(
        "permissions", "| operation | actions | on | items |", Permissions.All.SelectMany(Rows));

    private static IEnumerable<string> Rows(KeyValuePair<string, IReadOnlyList<Permission>> operation) => operation.Value is []
        ? [$"| {operation.Key} | nothing |  |  |"]
        : operation.Value.Select((permission, row) =>
            $"| {(row == 0 ? operation.Key : "")} | {Actions(permission)} | {On(permission)} | {Items(permission)} |");

    private static string Actions(Permission permission) =>
        string.Join(", ", permission.Actions.Select(action => $"`{action["dynamodb:".Length..]}`"));

    private static string On(Permission permission) => permission.Index is null ? "table" : $"index `{permission.Index}`";

    private static string Items(Permission permission) => string.Join(", ", permission.LeadingKeys.Select(key => $"`{key}`"));
}
