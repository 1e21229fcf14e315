using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Budgets::Budget</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html).
/// </summary>
internal sealed class BudgetType()
    : OnAwsType("AWS::Budgets::Budget", "warns of a bill; here there is none")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(resource.PhysicalName());
}
