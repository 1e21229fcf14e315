using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Destinations;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::EventInvokeConfig</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html).
/// </summary>
internal sealed class EventInvokeConfigType(Functions functions) : ResourceType<EventInvokeConfigProperties>(
    "AWS::Lambda::EventInvokeConfig",
    "how long and how often the function is tried with an asynchronous event, and what gets a record of it")
{
    protected override ProvisionedResource Provision(TemplateResource resource, EventInvokeConfigProperties properties)
    {
        var (function, _) = functions.Find(resource, properties.FunctionName);
        function.SetEvents(properties.Qualifier == FunctionVersion.Latest ? null : properties.Qualifier, new EventSettings
        {
            Retries = properties.MaximumRetryAttempts ?? EventSettings.Default.Retries,
            MaximumAge = properties.MaximumEventAgeInSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : EventSettings.Default.MaximumAge,
            OnSuccess = Destination(resource, "OnSuccess", properties.DestinationConfig?.OnSuccess),
            OnFailure = Destination(resource, "OnFailure", properties.DestinationConfig?.OnFailure),
        });
        return new ProvisionedResource(resource.PhysicalName());
    }

    private static string? Destination(TemplateResource resource, string name, EventInvokeConfigProperties.Target? target) =>
        target?.Destination is { } arn && DestinationArn.Flaw(arn, DestinationArn.OfInvocations) is { } flaw
            ? throw resource.Refuse($"DestinationConfig.{name}.Destination", flaw)
            : target?.Destination;
}
