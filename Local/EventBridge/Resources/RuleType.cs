using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Patterns;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge.Rules;
using Lexicon.Local.EventBridge.Schedules;
using Lexicon.Local.EventBridge.Targets;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>
/// <c>AWS::Events::Rule</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html); how long what may be:
/// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html.
/// </summary>
internal sealed class RuleType(EventBuses buses, RuleSet rules, TargetServices services)
    : ResourceType<RuleProperties>("AWS::Events::Rule", "which events go to which functions, queues and topics, or when")
{
    private const int LongestName = 64;
    private const int LongestDescription = 512;
    private const int LongestPattern = 4096;

    private readonly TargetReader _targets = new(services);

    protected override ProvisionedResource Provision(TemplateResource resource, RuleProperties properties)
    {
        var name = properties.Name ?? resource.PhysicalName(LongestName);
        var bus = EventBuses.NameOf(properties.EventBusName);
        Check(resource, properties, name, bus);
        var rule = new Rule
        {
            Name = name,
            Bus = bus,
            Description = properties.Description,
            State = properties.State ?? RuleState.Enabled,
            EventPattern = properties.EventPattern?.ToJsonString(AwsJson.Options),
            Pattern = PatternOf(resource, properties),
            ScheduleExpression = properties.ScheduleExpression,
            Schedule = ScheduleOf(resource, properties),
            Targets = _targets.Read(resource, properties.Targets),
        };
        return rules.Add(rule)
            ? new(bus == EventBuses.Default ? name : $"{bus}|{name}")
            {
                Attributes = new Dictionary<string, string> { ["Arn"] = rule.Arn },
            }
            : throw resource.Invalid(nameof(properties.Name), $"another rule of the bus is named {name}");
    }

    private void Check(TemplateResource resource, RuleProperties properties, string name, string bus)
    {
        if (name.Length is 0 or > LongestName || !name.All(EventBuses.IsOfName))
        {
            throw resource.Invalid(
                nameof(properties.Name), $"it must be up to {LongestName} letters, digits, dots, hyphens and underscores, not '{name}'");
        }

        if (!buses.Has(bus))
        {
            throw resource.NotFound(nameof(properties.EventBusName), $"the event bus '{bus}'");
        }

        if (properties.State is { } state && !RuleState.All.Contains(state))
        {
            throw resource.Invalid(nameof(properties.State), $"it must be one of {string.Join(", ", RuleState.All)}, not '{state}'");
        }

        if (properties.Description?.Length > LongestDescription)
        {
            throw resource.Invalid(nameof(properties.Description), $"it must be up to {LongestDescription} characters");
        }

        if (properties.EventPattern?.ToJsonString(AwsJson.Options).Length > LongestPattern)
        {
            throw resource.Invalid(nameof(properties.EventPattern), $"it must be up to {LongestPattern} characters");
        }

        if (properties is { EventPattern: null, ScheduleExpression: null })
        {
            throw resource.Invalid(
                nameof(properties.EventPattern), "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        if (properties.ScheduleExpression is not null && bus != EventBuses.Default)
        {
            throw resource.Invalid(
                nameof(properties.ScheduleExpression), "ScheduleExpression is supported only on the default event bus.");
        }
    }

    private static EventPattern? PatternOf(TemplateResource resource, RuleProperties properties)
    {
        try
        {
            return properties.EventPattern is { } pattern
                ? EventPattern.Parse(pattern.ToJsonString(AwsJson.Options), PatternDialect.EventBridge)
                : null;
        }
        catch (PatternException reason)
        {
            throw resource.Invalid(nameof(properties.EventPattern), EventBridgeException.InvalidPattern(reason).Message);
        }
    }

    private static ISchedule? ScheduleOf(TemplateResource resource, RuleProperties properties) => properties.ScheduleExpression switch
    {
        null => null,
        var expression => Schedule.Parse(expression)
            ?? throw resource.Invalid(nameof(properties.ScheduleExpression), Schedule.Invalid),
    };
}
