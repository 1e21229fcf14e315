using Lexicon.Functions.Store;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The table. The dimension <c>TableName</c> alone says nothing of an index, which is throttled by itself; server errors are
/// counted by operation: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html.
/// </summary>
internal static class TableAlarms
{
    /// <summary>What the store asks DynamoDB for. An alarm sums ten metrics at most, so these are not every one there is.</summary>
    public static IReadOnlyList<string> Operations { get; } =
        ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"];

    public static IEnumerable<AlarmDefinition> For(MonitoredStage stage) =>
    [
        Throttles("TableReadThrottles", "a read of the table", Metric(stage, "ReadThrottleEvents")),
        Throttles("TableWriteThrottles", "a write to the table", Metric(stage, "WriteThrottleEvents")),
        .. TableSchema.Indexes.SelectMany(index => For(stage, index.Name)),
        new()
        {
            Id = "TableSystemErrors",
            Entry = "Table system errors",
            Meaning = "DynamoDB answered a request with a 5xx.",
            Metrics = [.. Operations.Select(operation => Metric(stage, "SystemErrors", new Dimension("Operation", operation)))],
            Threshold = 0,
            PeriodSeconds = 300,
        },
    ];

    public static Metric Metric(MonitoredStage stage, string name, params IEnumerable<Dimension> further) =>
        new("AWS/DynamoDB", name, "Sum", [new Dimension("TableName", stage.TableName), .. further]);

    private static IEnumerable<AlarmDefinition> For(MonitoredStage stage, string index)
    {
        var dimension = new Dimension("GlobalSecondaryIndexName", index);
        return
        [
            Throttles($"{index}ReadThrottles", $"a read of the index {index}", Metric(stage, "ReadThrottleEvents", dimension)),
            Throttles($"{index}WriteThrottles", $"a write to the index {index}", Metric(stage, "WriteThrottleEvents", dimension)),
        ];
    }

    private static AlarmDefinition Throttles(string id, string what, Metric metric) => new()
    {
        Id = id,
        Entry = "Table throttles",
        Meaning = $"DynamoDB throttled {what}.",
        Metrics = [metric],
        Threshold = 0,
        PeriodSeconds = 300,
    };
}
