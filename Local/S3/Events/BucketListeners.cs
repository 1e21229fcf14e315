using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge;
using Lexicon.Local.Lambda;
using Lexicon.Local.S3.Resources;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.S3.Events;

/// <summary>Finds who is told of what happens in a bucket, by its notification configuration.</summary>
internal sealed class BucketListeners(
    IEventBuses buses, IFunctions functions, IQueues queues, ITopics topics, TimeProvider time)
{
    /// <summary>What the property of a bucket says; null: nobody is told.</summary>
    public BucketEvents? Of(TemplateResource resource, string bucket, BucketNotifications? configuration) =>
        configuration is null ? null : Of(
        [
            .. ToEventBridge(bucket, configuration.EventBridgeConfiguration is { EventBridgeEnabled: true }),
            .. configuration.LambdaConfigurations.Select((one, index) => new FunctionListener(
                functions, one.Function, Filter(resource, $"LambdaConfigurations[{index}]", [one.Event], one.Filter?.S3Key.Rules), bucket)),
            .. configuration.QueueConfigurations.Select((one, index) => new QueueListener(
                queues, one.Queue, Filter(resource, $"QueueConfigurations[{index}]", [one.Event], one.Filter?.S3Key.Rules), bucket)),
            .. configuration.TopicConfigurations.Select((one, index) => new TopicListener(
                topics, one.Topic, Filter(resource, $"TopicConfigurations[{index}]", [one.Event], one.Filter?.S3Key.Rules), bucket)),
        ]);

    /// <summary>What the custom resource of the CDK says, in the members of S3's own API.</summary>
    public BucketEvents? Of(TemplateResource resource, string bucket, CdkNotifications configuration) => Of(
    [
        .. ToEventBridge(bucket, configuration.EventBridgeConfiguration is not null),
        .. configuration.LambdaFunctionConfigurations.Select((one, index) => new FunctionListener(
            functions,
            one.LambdaFunctionArn,
            Filter(resource, $"LambdaFunctionConfigurations[{index}]", one.Events, one.Filter?.Key.FilterRules),
            bucket)),
        .. configuration.QueueConfigurations.Select((one, index) => new QueueListener(
            queues, one.QueueArn, Filter(resource, $"QueueConfigurations[{index}]", one.Events, one.Filter?.Key.FilterRules), bucket)),
        .. configuration.TopicConfigurations.Select((one, index) => new TopicListener(
            topics, one.TopicArn, Filter(resource, $"TopicConfigurations[{index}]", one.Events, one.Filter?.Key.FilterRules), bucket)),
    ]);

    private BucketEvents? Of(IReadOnlyList<IBucketListener> listeners) => listeners is [] ? null : new BucketEvents(listeners, time);

    private IEnumerable<IBucketListener> ToEventBridge(string bucket, bool isEnabled) =>
        isEnabled ? [new EventBridgeListener(buses, bucket)] : [];

    private static NotificationFilter Filter(
        TemplateResource resource, string place, IReadOnlyList<string> events, IReadOnlyList<NotificationRule>? rules)
    {
        foreach (var name in events)
        {
            if (!name.StartsWith("s3:ObjectCreated:", StringComparison.Ordinal)
                && !name.StartsWith("s3:ObjectRemoved:", StringComparison.Ordinal))
            {
                throw resource.Refuse($"NotificationConfiguration.{place}.Event", $"no {name} happens here");
            }
        }

        return new(resource.PhysicalName(64), events, ValueOf("prefix"), ValueOf("suffix"));

        string ValueOf(string name) =>
            rules?.FirstOrDefault(rule => rule.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";
    }
}
