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
        TemplateResource.CheckAll(
            () => resource.CheckRange(nameof(properties.MaximumRetryAttempts), properties.MaximumRetryAttempts, 0, 2),
            () => resource.CheckRange(nameof(properties.MaximumEventAgeInSeconds), properties.MaximumEventAgeInSeconds, 60, 21_600));
        function.SetEvents(properties.Qualifier == FunctionVersion.Latest ? null : properties.Qualifier, new EventSettings
        {
            Retries = properties.MaximumRetryAttempts ?? EventSettings.Default.Retries,
            MaximumAge = properties.MaximumEventAgeInSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : EventSettings.Default.MaximumAge,
            OnSuccess = Destination(resource, function, "OnSuccess", properties.DestinationConfig?.OnSuccess),
            OnFailure = Destination(resource, function, "OnFailure", properties.DestinationConfig?.OnFailure),
        });
        return new ProvisionedResource(resource.PhysicalName())
        {
            Check = () => _ = function.Find(properties.Qualifier) ?? throw resource.NotFound(
                nameof(properties.Qualifier), $"the version or alias '{properties.Qualifier}' of {function.Configuration.Name}"),
        };
    }

    private static string? Destination(
        TemplateResource resource, Function function, string name, EventInvokeConfigProperties.Target? target)
    {
        var property = $"DestinationConfig.{name}.Destination";
        return target?.Destination switch
        {
            null => null,
            var arn when DestinationArn.Flaw(arn, DestinationArn.OfInvocations) is { } flaw => throw resource.Refuse(property, flaw),
            var arn when FunctionReference.Parse(arn)?.Name == function.Configuration.Name =>
                throw resource.Invalid(property, "You can't specify the function as a destination for itself."),
            var arn => arn,
        };
    }
}
