using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Logs::QueryDefinition</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-querydefinition.html).
/// </summary>
internal sealed class QueryDefinitionType()
    : OnAwsType("AWS::Logs::QueryDefinition", "keeps a query for CloudWatch Logs Insights; here the logs are files to search")
{
    protected override ProvisionedResource Identify(TemplateResource resource)
    {
        var id = resource.PhysicalName();
        return new(id) { Attributes = Attributes(("QueryDefinitionId", id)) };
    }
}
