using System.Text.Json;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>What is known of a table beside the engine changes with the table.</summary>
internal sealed class TableChanges(Tables tables, TableTags tags)
{
    /// <summary>Takes notice of an operation that was performed or refused.</summary>
    public void Remember(string operation, JsonElement request, bool succeeded)
    {
        if (operation is not ("CreateTable" or "UpdateTable" or "DeleteTable") || request.Text("TableName") is not { } named)
        {
            return;
        }

        var table = TableNames.NameOf(named);
        tables.Forget(table);
        if (succeeded && operation == "DeleteTable")
        {
            tags.Forget(table);
        }

        if (succeeded && operation == "CreateTable")
        {
            tags.Add(table, Tagging.In(request));
        }
    }
}
