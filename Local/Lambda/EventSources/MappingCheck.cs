using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// Holds a mapping against its function and its source, as Lambda does when it creates one: they must be there, and the function's role
/// must be allowed to poll (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html#events-dynamodb-permissions,
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html).
/// </summary>
internal sealed class MappingCheck(MappingServices services)
{
    private static readonly string[] OfStreams = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
    private static readonly string[] OfQueues = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"];

    /// <summary>Refuses a mapping that cannot work.</summary>
    /// <exception cref="LambdaServiceException"><c>InvalidParameterValueException</c>.</exception>
    public async Task RunAsync(MappingSettings mapping, CancellationToken cancellation)
    {
        Run(mapping);
        if (!mapping.IsQueue
            && await services.Streams.DescribeAsync(PollerOf(mapping), mapping.SourceArn, cancellation) is null)
        {
            throw NoStream(mapping);
        }
    }

    /// <summary>Refuses a mapping of a template that cannot work, as far as the templates say so.</summary>
    /// <exception cref="LambdaServiceException"><c>InvalidParameterValueException</c>.</exception>
    public void RunOfTemplate(MappingSettings mapping)
    {
        Run(mapping);
        if (!mapping.IsQueue && !services.Streams.IsOfTemplates(mapping.SourceArn))
        {
            throw NoStream(mapping);
        }
    }

    private Caller PollerOf(MappingSettings mapping) => services.PollerOf(mapping) with { IsAhead = true };

    private static LambdaServiceException NoStream(MappingSettings mapping) =>
        MappingRules.Invalid($"Stream not found: {mapping.SourceArn}");

    private void Run(MappingSettings mapping)
    {
        if (services.Definitions.Find(mapping.Function.Name)?.Find(mapping.Function.Qualifier) is null)
        {
            throw MappingRules.Invalid("Function does not exist");
        }

        if (mapping.IsQueue)
        {
            CheckQueue(mapping);
        }
        else
        {
            CheckStream(mapping);
        }
    }

    private void CheckQueue(MappingSettings mapping)
    {
        var caller = PollerOf(mapping);
        foreach (var operation in OfQueues)
        {
            if (!services.Queues.Authorize(new AccessRequest(caller, $"sqs:{operation}", mapping.SourceArn)).Allowed)
            {
                throw MappingRules.Invalid($"The provided execution role does not have permissions to call {operation} on SQS");
            }
        }

        var queue = services.Queues.Find(mapping.SourceArn) ?? throw MappingRules.Invalid(
            "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. "
            + "SQS Error Message: The specified queue does not exist.");
        var timeout = services.FunctionOf(mapping).Timeout;
        if (queue.VisibilityTimeout < timeout)
        {
            throw MappingRules.Invalid(
                $"Queue visibility timeout: {Seconds(queue.VisibilityTimeout)} is less than Function timeout: {Seconds(timeout)}");
        }
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0} seconds");

    private void CheckStream(MappingSettings mapping)
    {
        var caller = PollerOf(mapping);
        if (OfStreams.Any(operation => !IsAllowed(caller, operation, mapping.SourceArn)))
        {
            throw MappingRules.Invalid(
                $"Cannot access stream {mapping.SourceArn}. Please ensure the role can perform the GetRecords, GetShardIterator, "
                + "DescribeStream, and ListStreams Actions on your stream in IAM.");
        }
    }

    // ListStreams is not an operation on one stream: policies name the table's streams for it, or all.
    private bool IsAllowed(Caller caller, string operation, string stream) => operation == "ListStreams"
        ? services.Streams.Authorize(caller, operation, stream).Allowed
            || services.Streams.Authorize(caller, operation, $"{stream[..stream.LastIndexOf('/')]}/*").Allowed
        : services.Streams.Authorize(caller, operation, stream).Allowed;
}
