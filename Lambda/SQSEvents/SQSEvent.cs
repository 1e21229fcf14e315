#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.SQSEvents;

/// <summary>Messages of a queue, of one batch (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html).</summary>
[SuppressMessage("Naming", "CA1711", Justification = "Amazon's package calls it so.")]
public class SQSEvent
{
    /// <summary>The messages.</summary>
    public List<SQSMessage> Records { get; set; }

    /// <summary>A message.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Amazon's package has it here.")]
    public class SQSMessage
    {
        /// <summary>Its id; of a message that is delivered twice, the same.</summary>
        public string MessageId { get; set; }

        /// <summary>What deletes this delivery of it.</summary>
        public string ReceiptHandle { get; set; }

        /// <summary>What was sent.</summary>
        public string Body { get; set; }

        /// <summary>The MD5 of the body.</summary>
        public string Md5OfBody { get; set; }

        /// <summary>The MD5 of the attributes.</summary>
        public string Md5OfMessageAttributes { get; set; }

        /// <summary>The ARN of the queue.</summary>
        public string EventSourceArn { get; set; }

        /// <summary>Always <c>aws:sqs</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The Region of the queue.</summary>
        public string AwsRegion { get; set; }

        /// <summary>What SQS knows of it, such as <c>ApproximateReceiveCount</c>.</summary>
        public Dictionary<string, string> Attributes { get; set; }
    }
}
