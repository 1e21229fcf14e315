namespace Lexicon.Infra.Tests.Monitoring;

/// <summary>Who is told, and who may tell.</summary>
public sealed class NotificationTests
{
    private const string ForBudgets =
        "if StringEquals aws:SourceAccount ${AWS::AccountId} and ArnLike aws:SourceArn arn:aws:budgets::${AWS::AccountId}:*";

    [Theory, InEveryVariant]
    public void Topic_IsPublishedToByAlarmsOfThisStackAndBudgetsOfThisAccount_AndSoIsItsKeyUsed(string variant)
    {
        var operations = Operations(variant);
        var topic = operations.Only("AWS::SNS::Topic");
        var forAlarms = "if StringEquals aws:SourceAccount ${AWS::AccountId} and ArnLike aws:SourceArn "
            + $"arn:aws:cloudwatch:us-east-1:${{AWS::AccountId}}:alarm:{operations.StackName}-*";

        Assert.Equal(
            [
                $"Allow budgets.amazonaws.com sns:Publish on {topic.Ref} {ForBudgets}",
                $"Allow cloudwatch.amazonaws.com sns:Publish on {topic.Ref} {forAlarms}",
            ],
            Allowed(operations.Only("AWS::SNS::TopicPolicy")["PolicyDocument"]));
        Assert.Equal(
            [
                "Allow arn:aws:iam::${AWS::AccountId}:root kms:* on * if ",
                $"Allow budgets.amazonaws.com kms:Decrypt, kms:GenerateDataKey* on * {ForBudgets}",
                $"Allow cloudwatch.amazonaws.com kms:Decrypt, kms:GenerateDataKey* on * {forAlarms}",
            ],
            Allowed(operations.Behind(topic.Text("KmsMasterKeyId"))["KeyPolicy"]));
        Assert.Equal(topic.Ref, operations.Output("AlarmTopicArn"));
    }

    [Theory]
    [InlineData("dev", "AlarmEmail")]
    [InlineData("prod", "AlarmEmail")]
    [InlineData("full", "AlarmEmail")]
    [InlineData("dev", "ReportEmail")]
    [InlineData("prod", "ReportEmail")]
    public void Email_IsSubscribedOnlyIfAnAddressIsGiven(string variant, string email)
    {
        var operations = Operations(variant);
        var subscription = Assert.Single(
            operations.OfType("AWS::SNS::Subscription"), one => one.Text("Endpoint") == $"${{{email}}}");
        var parameter = operations.Json["Parameters"]![email]!.AsObject();

        subscription.Says(
            ("Protocol", "email"),
            ("TopicArn", email is "AlarmEmail"
                ? operations.Only("AWS::SNS::Topic").Ref
                : $"${{import Lexicon-{Stages.Named(variant).Name}-Events-ReportsTopicArn}}"));
        Assert.Equal(
            $$"""{"Fn::Not":[{"Fn::Equals":[{"Ref":"{{email}}"},""]}]}""",
            operations.Json["Conditions"]?[$"{subscription.Json["Condition"]}"]?.ToJsonString());
        Assert.Equal(
            ["AllowedPattern", "ConstraintDescription", "Default", "Description", "Type"],
            parameter.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("", (string)parameter["Default"]!);
        Assert.Matches((string)parameter["AllowedPattern"]!, "");
        Assert.Matches((string)parameter["AllowedPattern"]!, "ops@example.com");
        Assert.DoesNotMatch((string)parameter["AllowedPattern"]!, "ops");
    }

    [Theory]
    [InlineData("dev", "20")]
    [InlineData("prod", "100")]
    [InlineData("full", "100")]
    public void Budget_IsOfTheMonthAndTheWholeAccount_AndTellsTheTopicBeforeItIsSpent(string variant, string dollars)
    {
        var operations = Operations(variant);
        var budget = operations.Only("AWS::Budgets::Budget");

        budget.Says(("Budget.BudgetType", "COST"), ("Budget.TimeUnit", "MONTHLY"), ("Budget.BudgetLimit.Amount", dollars),
            ("Budget.BudgetLimit.Unit", "USD"));
        Assert.Equal(
            ["ACTUAL GREATER_THAN 80 PERCENTAGE", "FORECASTED GREATER_THAN 100 PERCENTAGE"],
            budget.Items("NotificationsWithSubscribers").Select(entry => entry["Notification"]!).Select(told =>
                $"{told["NotificationType"]} {told["ComparisonOperator"]} {told["Threshold"]} {told["ThresholdType"]}"));
        Assert.All(budget.Items("NotificationsWithSubscribers"), entry =>
        {
            var subscriber = Assert.Single(entry["Subscribers"]!.AsArray())!;
            Assert.Equal(
                ("SNS", operations.Only("AWS::SNS::Topic").Ref),
                ($"{subscriber["SubscriptionType"]}", Intrinsics.Render(subscriber["Address"])));
        });
        Assert.Contains(operations.Only("AWS::SNS::TopicPolicy").LogicalId, budget.DependsOn);
    }

    private static IEnumerable<string> Allowed(JsonNode? policy) => Statement.Of(policy)
        .Where(statement => statement.Effect == "Allow").Select(statement => statement.WithPrincipal()).Order(StringComparer.Ordinal);

    private static Template Operations(string variant) => Stages.Named(variant).Operations;
}
