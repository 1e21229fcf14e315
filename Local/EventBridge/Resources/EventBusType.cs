using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>
/// <c>AWS::Events::EventBus</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html).
/// </summary>
internal sealed class EventBusType(EventBuses buses)
    : ResourceType<EventBusProperties>("AWS::Events::EventBus", "a bus with rules of its own")
{
    protected override ProvisionedResource Provision(TemplateResource resource, EventBusProperties properties) =>
        buses.Add(properties.Name)
            ? new(properties.Name)
            {
                Attributes = new Dictionary<string, string>
                {
                    ["Arn"] = EventBuses.ArnOf(properties.Name),
                    ["Name"] = properties.Name,
                },
            }
            : throw resource.Invalid(nameof(properties.Name), $"Event bus {properties.Name} already exists.");
}
