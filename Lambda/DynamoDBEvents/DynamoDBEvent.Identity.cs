#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.DynamoDBEvents;

public partial class DynamoDBEvent
{
    /// <summary>
    /// Who changed an item in nobody's name (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Identity.html).
    /// </summary>
    public class Identity
    {
        /// <summary>The service, such as <c>dynamodb.amazonaws.com</c>.</summary>
        public string PrincipalId { get; set; }

        /// <summary>Always <c>Service</c>.</summary>
        public string Type { get; set; }
    }
}
