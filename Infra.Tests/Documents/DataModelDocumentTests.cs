namespace Lexicon.Infra.Tests.Documents;

/// <summary>What <c>docs/data-model.md</c> says that each operation may ask of DynamoDB is what its role is granted.</summary>
[Trait("Kind", "Generated")]
public sealed class DataModelDocumentTests
{
    [Fact]
    public void Permissions_AreThoseOfTheTemplates() =>
        new GeneratedFile("docs/data-model.md").Holds(
            "permissions", "| operation | actions | on | items |", Stages.Dev.Api.OfType("AWS::Lambda::Function").SelectMany(Rows));

    private static IEnumerable<string> Rows(Resource function)
    {
        var operation = function.Text("Environment.Variables.OPERATION");
        var granted = Statement.Of(Stages.Dev.Api.Behind(function.Text("Role")), Stages.Dev.Api)
            .Where(statement => statement.Actions[0].StartsWith("dynamodb:", StringComparison.Ordinal)).ToList();
        return granted is []
            ? [$"| {operation} | nothing |  |  |"]
            : granted.Select((statement, row) => $"| {(row == 0 ? operation : "")} | {Actions(statement)} | "
                + $"{On(statement.Resources[0])} | {Items(statement.Condition)} |");
    }

    private static string Actions(Statement statement) =>
        string.Join(", ", statement.Actions.Select(action => $"`{action["dynamodb:".Length..]}`"));

    private static string On(string arn) => arn.Split("/index/") is [_, var index] ? $"index `{index}`" : "table";

    private static string Items(string condition) => condition.Length == 0
        ? ""
        : string.Join(", ", condition["ForAllValues:StringLike dynamodb:LeadingKeys ".Length..].Split(", ").Select(key => $"`{key}`"));
}
