namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Deployment</c> says, all of it: who may deploy.</summary>
public sealed class DeploymentStackTests
{
    [Fact]
    public void IdentityProviders_AreExactlyThese() => Exactly.This("Deployment", "AWS::IAM::OIDCProvider", """
        ClientIdList = [sts.amazonaws.com]  full ×1
        Tags = [{Key: application, Value: lexicon}]  full ×1
        Url = https://token.actions.githubusercontent.com  full ×1
        """);

    [Fact]
    public void Roles_AreExactlyThese() => Exactly.This("Deployment", "AWS::IAM::Role", """
        AssumeRolePolicyDocument.Statement = {Action: sts:AssumeRoleWithWebIdentity, Condition: {StringEquals: {token.actions.githubusercontent.com:aud: sts.amazonaws.com, token.actions.githubusercontent.com:sub: [repo:example/lexicon:environment:dev, repo:example/lexicon:environment:prod]}}, Effect: Allow, Principal: {Federated: ${/GitHub/Provider.Arn}}}  full ×1
        AssumeRolePolicyDocument.Version = 2012-10-17  full ×1
        Description = Deploys Lexicon from GitHub: example/lexicon  full ×1
        MaxSessionDuration = 3600  full ×1
        Policies[0].PolicyDocument.Statement = {Action: sts:AssumeRole, Effect: Allow, Resource: [arn:aws:iam::${AWS::AccountId}:role/cdk-hnb659fds-deploy-role-${AWS::AccountId}-us-east-1, arn:aws:iam::${AWS::AccountId}:role/cdk-hnb659fds-file-publishing-role-${AWS::AccountId}-us-east-1, arn:aws:iam::${AWS::AccountId}:role/cdk-hnb659fds-lookup-role-${AWS::AccountId}-us-east-1]}  full ×1
        Policies[0].PolicyDocument.Version = 2012-10-17  full ×1
        Policies[0].PolicyName = Bootstrapped  full ×1
        Tags = [{Key: application, Value: lexicon}]  full ×1
        """);

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Deployment", """
        Outputs.DeployRoleArn.Description = The role that .github/workflows/deploy.yml assumes: its variable DEPLOY_ROLE_ARN  full ×1
        Outputs.DeployRoleArn.Value = ${/Deploy/Role.Arn}  full ×1
        """);
}
