using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>
/// Whether a table has point-in-time recovery: as its template says, until somebody sets it
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html). No history is kept, so the one
/// time to which a table can be restored is now.
/// </summary>
internal sealed class ContinuousBackups(Tables tables, SettingsOfTables settings, TimeProvider time)
{
    private const int MostDays = 35;

    /// <summary>Whether a table can be restored.</summary>
    public bool IsEnabled(string table) => Of(table).IsEnabled;

    /// <summary>The time to which a table can be restored, in seconds since 1970.</summary>
    public double Now() => time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    public JsonObject Describe(string table)
    {
        var recovery = Of(table);
        var description = new JsonObject { ["PointInTimeRecoveryStatus"] = recovery.IsEnabled ? "ENABLED" : "DISABLED" };
        if (recovery.IsEnabled)
        {
            description["RecoveryPeriodInDays"] = recovery.Days;
            description["EarliestRestorableDateTime"] = Now();
            description["LatestRestorableDateTime"] = Now();
        }

        return new()
        {
            ["ContinuousBackupsDescription"] = new JsonObject
            {
                ["ContinuousBackupsStatus"] = "ENABLED",
                ["PointInTimeRecoveryDescription"] = description,
            },
        };
    }

    public JsonObject Update(string table, JsonElement specification)
    {
        var days = specification.Get("RecoveryPeriodInDays") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : MostDays;
        var recovery = new TableSettings.PointInTimeRecovery(specification.Get("PointInTimeRecoveryEnabled").GetBoolean(), days);
        settings.Change(table, existing => existing with { Recovery = recovery });
        return Describe(table);
    }

    private TableSettings.PointInTimeRecovery Of(string table) =>
        settings[table].Recovery ?? new(tables.Definitions.Any(one => one.Name == table && one.IsRecoverable), MostDays);
}
