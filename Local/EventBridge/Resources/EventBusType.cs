using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>
/// <c>AWS::Events::EventBus</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html).
/// </summary>
internal sealed class EventBusType(EventBuses buses)
    : ResourceType<EventBusProperties>("AWS::Events::EventBus", "a bus with rules of its own")
{
    private const int LongestName = 256;

    protected override ProvisionedResource Provision(TemplateResource resource, EventBusProperties properties)
    {
        var name = properties.Name;
        if (name.Length is 0 or > LongestName || !name.All(EventBuses.IsOfName))
        {
            throw resource.Invalid(
                nameof(properties.Name), $"it must be up to {LongestName} letters, digits, dots, hyphens and underscores, not '{name}'");
        }

        return buses.Add(name)
            ? new(name) { Attributes = new Dictionary<string, string> { ["Arn"] = EventBuses.ArnOf(name), ["Name"] = name } }
            : throw resource.Invalid(nameof(properties.Name), $"Event bus {name} already exists.");
    }
}
