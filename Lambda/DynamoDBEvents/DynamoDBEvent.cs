#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>A batch of a table's stream (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html).</summary>
public partial class DynamoDBEvent
{
    /// <summary>The records, in the order of their shard.</summary>
    public IList<DynamodbStreamRecord> Records { get; set; }
}
