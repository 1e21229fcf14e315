using Amazon.CDK.AWS.Budgets;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// Tells when four fifths of the month's budget are spent, and when the month is likely to need more than all of it. It counts
/// the whole account: by tag AWS counts only after somebody has activated the tag by hand, and until then it counts nothing. See
/// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html.
/// </summary>
internal sealed class MonthlyBudget : Construct
{
    public MonthlyBudget(Construct scope, string id, double dollars, Topic topic)
        : base(scope, id)
    {
        var budget = new CfnBudget(this, "Budget", new CfnBudgetProps
        {
            Budget = new CfnBudget.BudgetDataProperty
            {
                BudgetType = "COST",
                TimeUnit = "MONTHLY",
                BudgetLimit = new CfnBudget.SpendProperty { Amount = dollars, Unit = "USD" },
            },
            NotificationsWithSubscribers = new[] { Notify(topic, "ACTUAL", 80), Notify(topic, "FORECASTED", 100) },
        });

        // A topic that the budget may not publish to is refused as a subscriber.
        budget.Node.AddDependency(topic);
    }

    private static CfnBudget.NotificationWithSubscribersProperty Notify(Topic topic, string type, double percent) => new()
    {
        Notification = new CfnBudget.NotificationProperty
        {
            NotificationType = type,
            ComparisonOperator = "GREATER_THAN",
            Threshold = percent,
            ThresholdType = "PERCENTAGE",
        },
        Subscribers = new[] { new CfnBudget.SubscriberProperty { SubscriptionType = "SNS", Address = topic.TopicArn } },
    };
}
