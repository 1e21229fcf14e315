using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds for every role, those of the functions that CDK writes too.</summary>
public sealed class RoleTests
{
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonAPIGatewayPushToCloudWatchLogs.html
    private static readonly string[] s_logActions =
    [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:PutLogEvents",
    ];

    /// <summary>
    /// Every star in an action, or in place of a resource. X-Ray's actions name no resource; the log groups are those of whichever
    /// REST APIs the account has in the Region; CloudWatch lets alarms be described all or not at all.
    /// </summary>
    private static readonly string[] s_explained =
    [
        .. s_logActions.Select(action => $"GatewayLogging: {action} on arn:aws:logs:us-east-1:${{AWS::AccountId}}:log-group:*"),
        "operation: xray:PutTelemetryRecords on *",
        "operation: xray:PutTraceSegments on *",
    ];

    [Theory]
    [InEveryVariant]
    public void EveryWildcard_IsExplained(string stage)
    {
        var wildcards =
            from template in Stages.Named(stage).Templates
            from role in template.OfType("AWS::IAM::Role")
            from statement in Statement.Of(role, template)
            from action in statement.Actions
            from resource in statement.Resources
            where template.Stack != "Deployment"
            where action.Contains('*', StringComparison.Ordinal) || resource == "*" || resource.EndsWith(":*", StringComparison.Ordinal)
            select $"{(template.Stack == "Account" ? "GatewayLogging" : "operation")}: {action} on {resource}";

        Assert.Equal(
            stage is not "dev" ? s_explained.Append("operation: cloudwatch:DescribeAlarms on *").Order(StringComparer.Ordinal) : s_explained,
            wildcards.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InEveryVariant]
    public void WhatARoleMayDo_IsAllowed_AndWhatIsNotSaidItMayNot(string stage) => Assert.All(
        Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::IAM::Role").SelectMany(role => Statement.Of(role, template))),
        statement => Assert.Equal("Allow", statement.Effect));

    // Leading keys of the table: OperationTests. A condition that never holds would take a permission away.
    [Theory]
    [InEveryVariant]
    public void Permissions_HaveNoCondition_ButForTheTableAndItsEncryptionKey(string stage) => Assert.All(
        Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::IAM::Role").SelectMany(role => Statement.Of(role, template)))
            .Where(statement => !statement.Actions.All(action => action.StartsWith("dynamodb:", StringComparison.Ordinal))),
        statement => Assert.Equal(
            statement.Actions.All(action => action.StartsWith("kms:", StringComparison.Ordinal))
                ? "StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com"
                : "",
            statement.Condition));

    [Theory]
    [InEveryVariant]
    public void EachRole_IsSomebodys(string stage)
    {
        // Who deploys from GitHub names the role in a workflow: DeployRoleTests.
        foreach (var template in Stages.Named(stage).Templates.Where(template => template.Stack != "Deployment"))
        {
            // Each function has one that no other has; CodeDeploy has one for all of its groups.
            var taken = Taken(template, "Role").Concat(Taken(template, "ServiceRoleArn").Distinct()).Concat(Taken(template, "CloudWatchRoleArn"));

            Assert.Equal(
                template.OfType("AWS::IAM::Role").Select(role => $"${{{role.LogicalId}.Arn}}").Order(StringComparer.Ordinal),
                taken.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InEveryVariant]
    public void NoRole_HasAPolicyThatAwsManages(string stage)
    {
        foreach (var role in Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::IAM::Role")))
        {
            Assert.Null(role["ManagedPolicyArns"]);
        }
    }

    [Theory]
    [InEveryVariant]
    public void EachRole_IsAssumedByItsOneService(string stage)
    {
        // Who deploys from GitHub comes with a token of its own: DeployRoleTests.
        foreach (var template in Stages.Named(stage).Templates.Where(template => template.Stack != "Deployment"))
        {
            foreach (var role in template.OfType("AWS::IAM::Role"))
            {
                var trust = Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"]));
                var service = role.Construct.Split('/') switch
                {
                    [_, "GatewayLogging", ..] => "apigateway.amazonaws.com",
                    [_, "Api", "Rollout", ..] => "codedeploy.amazonaws.com",
                    _ => "lambda.amazonaws.com",
                };
                Assert.Equal(("Allow", service, ""), (trust.Effect, trust.Principal, trust.Condition));
                Assert.Equal(["sts:AssumeRole"], trust.Actions);
                Assert.Null(role["MaxSessionDuration"]);
            }
        }
    }

    private static IEnumerable<string> Taken(Template template, string property) =>
        template.Resources.Where(resource => resource[property] is not null).Select(resource => resource.Text(property));
}
