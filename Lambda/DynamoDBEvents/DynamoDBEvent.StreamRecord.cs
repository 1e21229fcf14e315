#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.DynamoDBEvents;

public partial class DynamoDBEvent
{
    /// <summary>
    /// The change of an item (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html).
    /// </summary>
    public class StreamRecord
    {
        /// <summary>About when it was changed.</summary>
        public DateTime ApproximateCreationDateTime { get; set; }

        /// <summary>The key of the item.</summary>
        public Dictionary<string, AttributeValue> Keys { get; set; }

        /// <summary>The item after the change; null: there is none any more, or the stream does not have it.</summary>
        public Dictionary<string, AttributeValue> NewImage { get; set; }

        /// <summary>The item before the change; null: there was none, or the stream does not have it.</summary>
        public Dictionary<string, AttributeValue> OldImage { get; set; }

        /// <summary>Where it is in the stream.</summary>
        public string SequenceNumber { get; set; }

        /// <summary>The bytes of the record.</summary>
        public long SizeBytes { get; set; }

        /// <summary>What the stream has of an item, such as <c>NEW_AND_OLD_IMAGES</c>.</summary>
        public string StreamViewType { get; set; }
    }
}
