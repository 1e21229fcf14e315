#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.DynamoDBEvents;

public partial class DynamoDBEvent
{
    /// <summary>
    /// What was done to one item (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html).
    /// </summary>
    public class DynamodbStreamRecord
    {
        /// <summary>The ARN of the stream.</summary>
        public string EventSourceArn { get; set; }

        /// <summary>The Region of the table.</summary>
        public string AwsRegion { get; set; }

        /// <summary>The change itself.</summary>
        public StreamRecord Dynamodb { get; set; }

        /// <summary>The id of the record.</summary>
        public string EventID { get; set; }

        /// <summary><c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
        public string EventName { get; set; }

        /// <summary>Always <c>aws:dynamodb</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The version of the record's form.</summary>
        public string EventVersion { get; set; }

        /// <summary>Who did it, where it was DynamoDB itself: an item whose time to live was over.</summary>
        public Identity UserIdentity { get; set; }
    }
}
