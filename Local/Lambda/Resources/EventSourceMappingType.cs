using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda.EventSources;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::EventSourceMapping</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html).
/// </summary>
internal sealed class EventSourceMappingType(EventSourceMappings mappings, TimeProvider time) : ResourceType<MappingRequest>(
    "AWS::Lambda::EventSourceMapping", "a poller of the stream or queue that invokes the function with what it reads")
{
    protected override ProvisionedResource Provision(TemplateResource resource, MappingRequest properties)
    {
        var uuid = IdOf(resource, properties);
        MappingSettings settings;
        try
        {
            settings = MappingRules.Read(properties, uuid, resource.Place, time.GetUtcNow());
            mappings.Add(settings);
        }
        catch (LambdaServiceException flaw)
        {
            throw new StartupException($"{resource.Place}: {flaw.Message}");
        }

        return new ProvisionedResource(uuid)
        {
            Attributes = new Dictionary<string, string>
            {
                ["Id"] = uuid,
                ["EventSourceMappingArn"] = MappingSettings.ArnOf(uuid),
            },
            Check = () => mappings.Check(settings),
        };
    }

    // The same on every start, and another one for what CloudFormation would replace: positions belong to it.
    private static string IdOf(TemplateResource resource, MappingRequest properties)
    {
        var identity = $"{resource.Stack}/{resource.LogicalId} {properties.EventSourceArn} {properties.StartingPosition}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16)).ToString();
    }
}
