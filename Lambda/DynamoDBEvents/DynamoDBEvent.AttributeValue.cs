#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.DynamoDBEvents;

public partial class DynamoDBEvent
{
    /// <summary>
    /// A value, of which one member is set
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html).
    /// </summary>
    public class AttributeValue
    {
        /// <summary>Bytes.</summary>
        public MemoryStream B { get; set; }

        /// <summary>True or false.</summary>
        public bool? BOOL { get; set; }

        /// <summary>A set of bytes.</summary>
        public List<MemoryStream> BS { get; set; }

        /// <summary>A list.</summary>
        public List<AttributeValue> L { get; set; }

        /// <summary>Values by name.</summary>
        public Dictionary<string, AttributeValue> M { get; set; }

        /// <summary>A number.</summary>
        public string N { get; set; }

        /// <summary>A set of numbers.</summary>
        public List<string> NS { get; set; }

        /// <summary>True: no value.</summary>
        public bool? NULL { get; set; }

        /// <summary>A text.</summary>
        public string S { get; set; }

        /// <summary>A set of texts.</summary>
        public List<string> SS { get; set; }
    }
}
