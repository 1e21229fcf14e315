using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>What is known of a table in addition to the engine changes with the table.</summary>
internal sealed class RememberTableChange(Tables tables, TableTags tags, SettingsOfTables settings) : IStep
{
    public ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        if (exchange.Operation is "CreateTable" or "UpdateTable" or "DeleteTable" && exchange.Request.Text("TableName") is { } named)
        {
            Remember(exchange.Operation, TableNames.NameOf(named), exchange);
        }

        return default;
    }

    private void Remember(string operation, string table, Exchange exchange)
    {
        tables.Forget(table);
        if (!exchange.Engine!.IsSuccessStatusCode)
        {
            return;
        }

        if (operation == "DeleteTable")
        {
            tags.Forget(table);
            settings.Forget(table);
            return;
        }

        settings.Remember(table, operation, exchange.Request);
        if (operation == "CreateTable")
        {
            tags.Add(table, PerformTagging.In(exchange.Request));
        }
    }
}
