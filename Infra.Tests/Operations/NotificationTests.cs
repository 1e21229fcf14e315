using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>Who is told, and who may tell.</summary>
public sealed class NotificationTests
{
    [Theory]
    [InEveryVariant]
    public void Topic_IsEncryptedWithAKeyOfTheStage_WhichTurnsEveryYear(string variant)
    {
        var operations = Stages.Variants[variant].Operations;
        var key = operations.Only("AWS::KMS::Key");

        Assert.Equal($"${{{key.LogicalId}.Arn}}", operations.Only("AWS::SNS::Topic").Text("KmsMasterKeyId"));
        Assert.Equal("true", key.Text("EnableKeyRotation"));
        Assert.Null(key["Enabled"]);
        Assert.Equal("7", key.Text("PendingWindowInDays"));
        Assert.Equal(("Delete", "Delete"), (key.DeletionPolicy, key.UpdateReplacePolicy));
        Assert.Equal($"Lexicon-{NameOf(variant)}", operations.Only("AWS::SNS::Topic").Text("DisplayName"));
        Assert.Equal($"${{{operations.Only("AWS::SNS::Topic").LogicalId}}}", operations.Output("AlarmTopicArn"));
    }

    [Theory]
    [InEveryVariant]
    public void Key_IsUsedByAlarmsOfThisStackAndBudgetsOfThisAccount_AndNobodyElse(string variant)
    {
        var statements = Statement.Of(Stages.Variants[variant].Operations.Only("AWS::KMS::Key")["KeyPolicy"]);

        Assert.Equal(
            [
                "Allow arn:aws:iam::${AWS::AccountId}:root kms:* on * if ",
                $"Allow cloudwatch.amazonaws.com kms:Decrypt, kms:GenerateDataKey* on * if {OnBehalfOfAlarms(NameOf(variant))}",
                $"Allow budgets.amazonaws.com kms:Decrypt, kms:GenerateDataKey* on * if {OnBehalfOfBudgets}",
            ],
            statements.Select(InWords));
    }

    [Theory]
    [InEveryVariant]
    public void Topic_IsPublishedToByAlarmsOfThisStackAndBudgetsOfThisAccount_OverTlsOnly(string variant)
    {
        var operations = Stages.Variants[variant].Operations;
        var topic = $"${{{operations.Only("AWS::SNS::Topic").LogicalId}}}";
        var policy = operations.Only("AWS::SNS::TopicPolicy");
        var statements = policy["PolicyDocument.Statement"]!.AsArray();
        var anyone = Assert.Single(statements, statement => $"{statement!["Principal"]}" == "*");

        Assert.Equal([topic], policy.Texts("Topics"));
        Assert.Equal(
            [
                $"Deny * sns:Publish on {topic} if Bool aws:SecureTransport false",
                $"Allow cloudwatch.amazonaws.com sns:Publish on {topic} if {OnBehalfOfAlarms(NameOf(variant))}",
                $"Allow budgets.amazonaws.com sns:Publish on {topic} if {OnBehalfOfBudgets}",
            ],
            Statement.Of(policy["PolicyDocument"]).Select(InWords));
        Assert.Equal("Deny", (string)anyone!["Effect"]!);
    }

    [Theory]
    [InEveryVariant]
    public void Email_IsSubscribedOnlyIfAnAddressIsGiven(string variant)
    {
        var operations = Stages.Variants[variant].Operations;
        var subscription = operations.Only("AWS::SNS::Subscription");
        var condition = (string?)subscription.Json["Condition"];

        Assert.NotNull(condition);
        Assert.Equal("email", subscription.Text("Protocol"));
        Assert.Equal("${AlarmEmail}", subscription.Text("Endpoint"));
        Assert.Equal($"${{{operations.Only("AWS::SNS::Topic").LogicalId}}}", subscription.Text("TopicArn"));
        Assert.Equal(
            """{"Fn::Not":[{"Fn::Equals":[{"Ref":"AlarmEmail"},""]}]}""",
            operations.Json["Conditions"]![condition]!.ToJsonString());
    }

    [Theory]
    [InEveryVariant]
    public void Address_IsNobodyUnlessGiven(string variant)
    {
        var parameter = Stages.Variants[variant].Operations.Json["Parameters"]!["AlarmEmail"]!;

        Assert.Equal(("String", ""), ((string)parameter["Type"]!, (string)parameter["Default"]!));
        Assert.Equal(
            ["AllowedPattern", "ConstraintDescription", "Default", "Description", "Type"],
            parameter.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("An e-mail address, or nothing", (string)parameter["ConstraintDescription"]!);

        var pattern = (string)parameter["AllowedPattern"]!;
        Assert.Matches(pattern, "");
        Assert.Matches(pattern, "ops@example.com");
        Assert.DoesNotMatch(pattern, "ops");
    }

    [Theory]
    [InlineData("dev", "20")]
    [InlineData("prod", "100")]
    [InlineData("full", "100")]
    public void Budget_IsOfTheMonthAndTellsTheTopicBeforeItIsSpent(string variant, string dollars)
    {
        var operations = Stages.Variants[variant].Operations;
        var topic = $"${{{operations.Only("AWS::SNS::Topic").LogicalId}}}";
        var budget = operations.Only("AWS::Budgets::Budget");
        var told = budget["NotificationsWithSubscribers"]!.AsArray().Select(entry =>
        {
            var (notification, subscriber) = (entry!["Notification"]!, Assert.Single(entry["Subscribers"]!.AsArray())!);
            return $"{notification["NotificationType"]} {notification["ComparisonOperator"]} {notification["Threshold"]} " +
                $"{notification["ThresholdType"]} {subscriber["SubscriptionType"]} {Intrinsics.Render(subscriber["Address"])}";
        });

        Assert.Equal(
            ("COST", "MONTHLY", dollars, "USD"),
            (budget.Text("Budget.BudgetType"), budget.Text("Budget.TimeUnit"), budget.Text("Budget.BudgetLimit.Amount"), budget.Text("Budget.BudgetLimit.Unit")));
        Assert.Equal(
            [
                $"ACTUAL GREATER_THAN 80 PERCENTAGE SNS {topic}",
                $"FORECASTED GREATER_THAN 100 PERCENTAGE SNS {topic}",
            ],
            told);
    }

    [Theory]
    [InEveryVariant]
    public void Budget_CountsTheWholeAccount_SinceNobodyNeedActivateATagForThat(string variant)
    {
        var budget = Stages.Variants[variant].Operations.Only("AWS::Budgets::Budget");

        Assert.Null(budget["Budget.CostFilters"]);
        Assert.Null(budget["Budget.CostTypes"]);
    }

    [Theory]
    [InEveryVariant]
    public void Budget_WaitsUntilItMayPublish(string variant)
    {
        var operations = Stages.Variants[variant].Operations;

        Assert.Contains(operations.Only("AWS::SNS::TopicPolicy").LogicalId, operations.Only("AWS::Budgets::Budget").DependsOn);
    }

    private const string OnBehalfOfBudgets =
        "StringEquals aws:SourceAccount ${AWS::AccountId} and ArnLike aws:SourceArn arn:aws:budgets::${AWS::AccountId}:*";

    private static string OnBehalfOfAlarms(string stage) =>
        "StringEquals aws:SourceAccount ${AWS::AccountId} and " +
        $"ArnLike aws:SourceArn arn:aws:cloudwatch:us-east-1:${{AWS::AccountId}}:alarm:Lexicon-{stage}-Operations-*";

    private static string InWords(Statement statement) =>
        $"{statement.Effect} {statement.Principal} {string.Join(", ", statement.Actions)} " +
        $"on {string.Join(", ", statement.Resources)} if {statement.Condition}";

    private static string NameOf(string variant) => Stages.Variants[variant].Name;
}
