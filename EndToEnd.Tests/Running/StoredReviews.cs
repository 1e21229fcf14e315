using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// The reviews of a reader, as the table has them: what is reviewed is due after a day at the earliest, for which no test waits.
/// </summary>
internal sealed class StoredReviews(LocalRunner runner, LexiconClient reader)
{
    /// <summary>The review of a term; null: there is none.</summary>
    public async Task<JsonNode?> FindAsync(Answer term) =>
        (await runner.DynamoDbAsync("GetItem", await RequestAsync(term)))["Item"];

    /// <summary>Lets the review of a term be due since an hour.</summary>
    public async Task MakeDueAsync(Answer term)
    {
        var due = DateTime.UtcNow.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var request = await RequestAsync(term);
        request["UpdateExpression"] = "SET dueAt = :time, dueSk = :key";
        request["ConditionExpression"] = "attribute_exists(pk)";
        request["ExpressionAttributeValues"] = new JsonObject
        {
            [":time"] = Text(due),
            [":key"] = Text($"{term.Text("glossaryId")}#{due}#{term.Id}"),
        };
        await runner.DynamoDbAsync("UpdateItem", request);
    }

    private async Task<JsonObject> RequestAsync(Answer term) => new()
    {
        ["TableName"] = (string)(await runner.DynamoDbAsync("ListTables", []))["TableNames"]!.AsArray().Single()!,
        ["Key"] = new JsonObject
        {
            ["pk"] = Text($"STUDY#{Subject()}"),
            ["sk"] = Text($"REVIEW#{term.Text("glossaryId")}#{term.Id}"),
        },
    };

    // The reader is the subject of the token, whose middle part is JSON (https://www.rfc-editor.org/rfc/rfc7519).
    private string Subject()
    {
        var part = reader.Token!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var claims = Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='));
        return (string)JsonNode.Parse(Encoding.UTF8.GetString(claims))!["sub"]!;
    }

    private static JsonObject Text(string value) => new() { ["S"] = value };
}
