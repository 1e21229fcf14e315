using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::EventInvokeConfig</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html).
/// </summary>
internal sealed class EventInvokeConfigType(Functions functions) : ResourceType<EventInvokeConfigProperties>(
    "AWS::Lambda::EventInvokeConfig", "how long and how often the function is tried with an asynchronous event")
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
        });
        return new ProvisionedResource(resource.PhysicalName());
    }
}
