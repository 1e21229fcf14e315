#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.SQSEvents;

/// <summary>
/// Which messages of a batch are to come again
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting).
/// </summary>
public class SQSBatchResponse
{
    /// <summary>None of them.</summary>
    public SQSBatchResponse()
        : this([])
    {
    }

    /// <summary>These.</summary>
    public SQSBatchResponse(List<BatchItemFailure> batchItemFailures) => BatchItemFailures = batchItemFailures;

    /// <summary>The messages.</summary>
    [JsonPropertyName("batchItemFailures")]
    public List<BatchItemFailure> BatchItemFailures { get; set; }

    /// <summary>A message that was not dealt with.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Amazon's package has it here.")]
    public class BatchItemFailure
    {
        /// <summary>Its id.</summary>
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; }
    }
}
