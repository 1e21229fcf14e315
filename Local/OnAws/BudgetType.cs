using Lexicon.Local.Assembly;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Budgets::Budget</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html).
/// </summary>
internal sealed class BudgetType()
    : OnAwsType("AWS::Budgets::Budget", "warns of a bill; here there is none")
{
    /// <inheritdoc/>
    protected override Realised Identify(Resource resource) => new(resource.PhysicalName());
}
