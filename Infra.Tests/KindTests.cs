using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>
/// What kinds of resources a stack is made of, with every option: what is of another kind was looked at by no other test, and
/// may be a way in (a function's URL, a user, a peering) or a cost.
/// </summary>
public sealed class KindTests
{
    [Theory]
    [InlineData("Account", "AWS::ApiGateway::Account AWS::IAM::Role")]
    [InlineData("Deployment", "AWS::IAM::OIDCProvider AWS::IAM::Role")]
    [InlineData(
        "Data",
        "AWS::Cognito::UserPool AWS::Cognito::UserPoolDomain AWS::DynamoDB::GlobalTable AWS::IAM::Policy AWS::IAM::Role AWS::KMS::Key " +
        "AWS::Lambda::Function AWS::Logs::LogGroup AWS::S3::Bucket AWS::S3::BucketPolicy Custom::S3AutoDeleteObjects")]
    [InlineData(
        "Api",
        "AWS::ApiGateway::ApiKey AWS::ApiGateway::Authorizer AWS::ApiGateway::Deployment AWS::ApiGateway::GatewayResponse " +
        "AWS::ApiGateway::Method AWS::ApiGateway::Model AWS::ApiGateway::RequestValidator AWS::ApiGateway::Resource " +
        "AWS::ApiGateway::RestApi AWS::ApiGateway::Stage AWS::ApiGateway::UsagePlan AWS::ApiGateway::UsagePlanKey " +
        "AWS::CloudWatch::Alarm AWS::CodeDeploy::Application AWS::CodeDeploy::DeploymentGroup AWS::IAM::Role AWS::Lambda::Alias " +
        "AWS::Lambda::Function AWS::Lambda::Permission AWS::Lambda::Version AWS::Logs::LogGroup AWS::SQS::Queue AWS::SQS::QueuePolicy " +
        "AWS::WAFv2::WebACL AWS::WAFv2::WebACLAssociation")]
    [InlineData(
        "Site",
        "AWS::CertificateManager::Certificate AWS::CloudFront::CachePolicy AWS::CloudFront::Distribution " +
        "AWS::CloudFront::OriginAccessControl AWS::CloudFront::ResponseHeadersPolicy AWS::Cognito::UserPoolClient AWS::IAM::Policy " +
        "AWS::IAM::Role AWS::Lambda::Function AWS::Lambda::LayerVersion AWS::Logs::LogGroup AWS::Route53::RecordSet AWS::S3::Bucket " +
        "AWS::S3::BucketPolicy AWS::WAFv2::WebACL Custom::CDKBucketDeployment Custom::S3AutoDeleteObjects")]
    [InlineData(
        "Operations",
        "AWS::Budgets::Budget AWS::CloudTrail::Trail AWS::CloudWatch::Alarm AWS::CloudWatch::Dashboard AWS::KMS::Key " +
        "AWS::Logs::QueryDefinition AWS::S3::Bucket AWS::S3::BucketPolicy AWS::SNS::Subscription AWS::SNS::Topic AWS::SNS::TopicPolicy")]
    public void AStack_IsMadeOfTheseKinds(string stack, string kinds) => Assert.Equal(
        kinds.Split(' '),
        Stages.Variants.Values
            .SelectMany(stage => stage.Templates.Where(template => template.Stack == stack))
            .SelectMany(template => template.Resources)
            .Select(resource => resource.Type)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Theory]
    [InEveryVariant]
    public void EveryPolicyOfABucketQueueTopicOrRole_IsOfOneThatIsThere(string variant) => Assert.All(
        Stages.Variants[variant].Templates,
        template =>
        {
            Assert.Equal(template.OfType("AWS::S3::Bucket").Count(), template.OfType("AWS::S3::BucketPolicy").Count());
            Assert.Equal(template.OfType("AWS::SQS::Queue").Count(), template.OfType("AWS::SQS::QueuePolicy").Count());
            Assert.Equal(template.OfType("AWS::SNS::Topic").Count(), template.OfType("AWS::SNS::TopicPolicy").Count());

            // A policy is attached to roles of its own template.
            var roles = template.OfType("AWS::IAM::Role").Select(role => role.LogicalId).ToHashSet();
            Assert.All(
                template.OfType("AWS::IAM::Policy").SelectMany(policy => policy.Texts("Roles")),
                role => Assert.Contains(role.Trim('$', '{', '}'), roles));
        });
}
