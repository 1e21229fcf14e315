using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Ssm.Resources;

/// <summary>
/// <c>AWS::SSM::Parameter</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html).
/// </summary>
internal sealed class ParameterType(ParameterStore store)
    : ResourceType<ParameterProperties>("AWS::SSM::Parameter", "a parameter, in memory, with the value that the template gives")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    protected override ProvisionedResource Provision(TemplateResource resource, ParameterProperties properties)
    {
        var name = properties.Name ?? resource.PhysicalName();
        TemplateResource.CheckAll(
            () => CheckName(resource, name),
            () => CheckType(resource, properties),
            () => CheckDataType(resource, properties),
            () => CheckSize(resource, properties),
            () => CheckPattern(resource, properties));
        store.Add(name, properties.Type, properties.Value);
        return new(name)
        {
            Attributes = new Dictionary<string, string> { ["Type"] = properties.Type, ["Value"] = properties.Value },
        };
    }

    private void CheckName(TemplateResource resource, string name)
    {
        if (ParameterName.WhyNot(name) is { } why)
        {
            throw resource.Invalid(nameof(ParameterProperties.Name), why);
        }

        if (store.Find(name) is not null)
        {
            throw resource.Invalid(nameof(ParameterProperties.Name), $"another parameter has the name '{name}'");
        }
    }

    private static void CheckType(TemplateResource resource, ParameterProperties properties)
    {
        if (properties.Type is not ("String" or "StringList"))
        {
            throw resource.Invalid(
                nameof(properties.Type), $"it must be String or StringList, which CloudFormation can create, not '{properties.Type}'");
        }
    }

    private static void CheckDataType(TemplateResource resource, ParameterProperties properties)
    {
        if (properties.DataType != "text")
        {
            throw resource.Refuse(nameof(properties.DataType), $"a parameter is text, not '{properties.DataType}'");
        }
    }

    // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
    private static void CheckSize(TemplateResource resource, ParameterProperties properties)
    {
        var most = properties.Tier switch
        {
            "Standard" => 4096,
            "Advanced" or "Intelligent-Tiering" => 8192,
            var tier => throw resource.Invalid(
                nameof(properties.Tier), $"it must be Standard, Advanced or Intelligent-Tiering, not '{tier}'"),
        };
        if (properties.Value.Length == 0 || Encoding.UTF8.GetByteCount(properties.Value) > most)
        {
            throw resource.Invalid(nameof(properties.Value), $"it must have 1 to {most} bytes in the tier {properties.Tier}");
        }
    }

    private static void CheckPattern(TemplateResource resource, ParameterProperties properties)
    {
        if (properties.AllowedPattern is not { } pattern)
        {
            return;
        }

        try
        {
            if (!Regex.IsMatch(properties.Value, pattern, RegexOptions.None, Patience))
            {
                throw resource.Invalid(nameof(properties.Value), $"it must match AllowedPattern, '{pattern}'");
            }
        }
        catch (Exception mistake) when (mistake is ArgumentException or RegexMatchTimeoutException)
        {
            throw resource.Invalid(
                nameof(properties.AllowedPattern), $"it must be a regular expression that .NET evaluates within a second, not '{pattern}'");
        }
    }
}
