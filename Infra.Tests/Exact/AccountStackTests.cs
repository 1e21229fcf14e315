namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Account</c> says, all of it.</summary>
public sealed class AccountStackTests
{
    [Fact]
    public void ApiGatewayAccounts_AreExactlyThese() => Exactly.This("Account", "AWS::ApiGateway::Account", """
        CloudWatchRoleArn = ${./Role.Arn}  ×1
        """);

    [Fact]
    public void Roles_AreExactlyThese() => Exactly.This("Account", "AWS::IAM::Role", """
        AssumeRolePolicyDocument.Statement = {Action: sts:AssumeRole, Effect: Allow, Principal: {Service: apigateway.amazonaws.com}}  ×1
        AssumeRolePolicyDocument.Version = 2012-10-17  ×1
        Description = API Gateway writes its logs  ×1
        Policies[0].PolicyDocument.Statement = {Action: [logs:CreateLogGroup, logs:CreateLogStream, logs:DescribeLogGroups, logs:DescribeLogStreams, logs:FilterLogEvents, logs:GetLogEvents, logs:PutLogEvents], Effect: Allow, Resource: arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:*}  ×1
        Policies[0].PolicyDocument.Version = 2012-10-17  ×1
        Policies[0].PolicyName = Logs  ×1
        Tags = [{Key: application, Value: lexicon}]  ×1
        """);

    [Fact]
    public void Template_SaysNothingBesideItsResources() => Exactly.Around("Account", "");
}
