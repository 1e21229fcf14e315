using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What <c>docs/data-model.md</c> says each operation asks of DynamoDB is what its role is granted.</summary>
public sealed class DataModelDocumentTests
{
    [Fact]
    public void PermissionsOfTheDocument_AreThoseGranted()
    {
        var rows = File.ReadLines(Repository.File("docs", "data-model.md"))
            .SkipWhile(line => line != "## Permissions")
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2);

        Assert.Equal(Permissions.All.Where(operation => operation.Value.Count > 0).SelectMany(Rows), rows);
    }

    private static IEnumerable<string> Rows(KeyValuePair<string, IReadOnlyList<Permission>> operation) =>
        operation.Value.Select((permission, row) =>
            $"| {(row == 0 ? operation.Key : "")} | {Actions(permission)} | {On(permission)} | {Items(permission)} |");

    private static string Actions(Permission permission) =>
        string.Join(", ", permission.Actions.Select(action => $"`{action["dynamodb:".Length..]}`"));

    private static string On(Permission permission) => permission.Index is null ? "table" : $"index `{permission.Index}`";

    private static string Items(Permission permission) => string.Join(", ", permission.LeadingKeys.Select(key => $"`{key}`"));
}
