using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>
/// What kinds of resources a stack is made of, with every option: what is of another kind was looked at by no other test, and
/// may be a way in (a function's URL, a user, a peering) or a cost.
/// </summary>
public sealed class KindTests
{
    // What is not said has AWS's default, which is the safe one; what is said has its tests.
    private const string Said = """
        AWS::ApiGateway::Account: CloudWatchRoleArn
        AWS::ApiGateway::ApiKey: Description Enabled Tags
        AWS::ApiGateway::Authorizer: IdentitySource Name ProviderARNs RestApiId Type
        AWS::ApiGateway::Deployment: Description RestApiId
        AWS::ApiGateway::GatewayResponse: ResponseParameters ResponseTemplates ResponseType RestApiId StatusCode
        AWS::ApiGateway::Method: ApiKeyRequired AuthorizationType AuthorizerId HttpMethod Integration MethodResponses
          OperationName RequestModels RequestParameters RequestValidatorId ResourceId RestApiId
        AWS::ApiGateway::Model: ContentType Name RestApiId Schema
        AWS::ApiGateway::RequestValidator: Name RestApiId ValidateRequestBody ValidateRequestParameters
        AWS::ApiGateway::Resource: ParentId PathPart RestApiId
        AWS::ApiGateway::RestApi: Description EndpointConfiguration MinimumCompressionSize Name Tags
        AWS::ApiGateway::Stage: AccessLogSetting DeploymentId MethodSettings RestApiId StageName Tags TracingEnabled
        AWS::ApiGateway::UsagePlan: ApiStages Description Quota Tags Throttle UsagePlanName
        AWS::ApiGateway::UsagePlanKey: KeyId KeyType UsagePlanId
        AWS::Budgets::Budget: Budget NotificationsWithSubscribers
        AWS::CertificateManager::Certificate: DomainName DomainValidationOptions Tags ValidationMethod
        AWS::CloudFront::CachePolicy: CachePolicyConfig
        AWS::CloudFront::Distribution: DistributionConfig Tags
        AWS::CloudFront::OriginAccessControl: OriginAccessControlConfig
        AWS::CloudFront::ResponseHeadersPolicy: ResponseHeadersPolicyConfig
        AWS::CloudTrail::Trail: AdvancedEventSelectors EnableLogFileValidation IncludeGlobalServiceEvents IsLogging
          IsMultiRegionTrail S3BucketName Tags TrailName
        AWS::CloudWatch::Alarm: AlarmActions AlarmDescription AlarmName ComparisonOperator DatapointsToAlarm Dimensions
          EvaluateLowSampleCountPercentile EvaluationPeriods ExtendedStatistic MetricName Metrics Namespace OKActions Period
          Statistic Tags Threshold TreatMissingData
        AWS::CloudWatch::Dashboard: DashboardBody DashboardName
        AWS::CodeDeploy::Application: ComputePlatform Tags
        AWS::CodeDeploy::DeploymentGroup: AlarmConfiguration ApplicationName AutoRollbackConfiguration DeploymentConfigName
          DeploymentStyle ServiceRoleArn Tags
        AWS::Cognito::UserPool: AccountRecoverySetting AdminCreateUserConfig AutoVerifiedAttributes DeletionProtection
          EmailVerificationMessage EmailVerificationSubject EnabledMfas MfaConfiguration Policies Schema
          SmsVerificationMessage UserAttributeUpdateSettings UserPoolAddOns UserPoolTags UserPoolTier UsernameAttributes
          UsernameConfiguration VerificationMessageTemplate
        AWS::Cognito::UserPoolClient: AccessTokenValidity AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes
          CallbackURLs EnableTokenRevocation ExplicitAuthFlows GenerateSecret IdTokenValidity LogoutURLs
          PreventUserExistenceErrors RefreshTokenValidity SupportedIdentityProviders TokenValidityUnits UserPoolId
        AWS::Cognito::UserPoolDomain: Domain UserPoolId
        AWS::DynamoDB::GlobalTable: AttributeDefinitions BillingMode GlobalSecondaryIndexes KeySchema LocalSecondaryIndexes
          Replicas SSESpecification StreamSpecification TimeToLiveSpecification
        AWS::IAM::OIDCProvider: ClientIdList Tags Url
        AWS::IAM::Policy: PolicyDocument PolicyName Roles
        AWS::IAM::Role: AssumeRolePolicyDocument Description MaxSessionDuration Policies Tags
        AWS::KMS::Key: Description EnableKeyRotation KeyPolicy PendingWindowInDays Tags
        AWS::Lambda::Alias: FunctionName FunctionVersion Name
        AWS::Lambda::Function: Architectures Code DeadLetterConfig Description Environment FunctionName Handler Layers
          LoggingConfig MemorySize Role Runtime Tags Timeout TracingConfig
        AWS::Lambda::LayerVersion: Content Description
        AWS::Lambda::Permission: Action FunctionName Principal SourceArn
        AWS::Lambda::Version: FunctionName
        AWS::Logs::LogGroup: LogGroupName RetentionInDays Tags
        AWS::Logs::QueryDefinition: LogGroupNames Name QueryString
        AWS::Route53::RecordSet: AliasTarget HostedZoneId Name Type
        AWS::S3::Bucket: BucketEncryption CorsConfiguration LifecycleConfiguration LoggingConfiguration OwnershipControls
          PublicAccessBlockConfiguration Tags VersioningConfiguration
        AWS::S3::BucketPolicy: Bucket PolicyDocument
        AWS::SNS::Subscription: Endpoint Protocol TopicArn
        AWS::SNS::Topic: DisplayName KmsMasterKeyId Tags
        AWS::SNS::TopicPolicy: PolicyDocument Topics
        AWS::SQS::Queue: MessageRetentionPeriod QueueName SqsManagedSseEnabled Tags
        AWS::SQS::QueuePolicy: PolicyDocument Queues
        AWS::WAFv2::WebACL: DefaultAction Description Rules Scope Tags VisibilityConfig
        AWS::WAFv2::WebACLAssociation: ResourceArn WebACLArn
        Custom::CDKBucketDeployment: DestinationBucketName DistributionId DistributionPaths Exclude Include Prune ServiceToken
          SourceBucketNames SourceMarkers SourceObjectKeys SystemMetadata
        Custom::S3AutoDeleteObjects: BucketName ServiceToken
        """;

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

    [Fact]
    public void AKind_SaysTheseProperties() => Assert.Equal(
        Said.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'),
        from stage in Stages.Variants.Values
        from template in stage.Templates
        from resource in template.Resources
        from property in resource.Json["Properties"]?.AsObject() ?? []
        group property.Key by resource.Type into said
        orderby said.Key
        select $"{said.Key}: {string.Join(' ', said.Distinct().Order(StringComparer.Ordinal))}");

    [Theory]
    [InEveryVariant]
    public void EveryPolicyOfABucketQueueTopicOrRole_IsOfOneThatIsThere(string variant) => Assert.All(
        Stages.Variants[variant].Templates,
        template =>
        {
            Assert.Equal(template.OfType("AWS::S3::Bucket").Count(), template.OfType("AWS::S3::BucketPolicy").Count());
            Assert.Equal(template.OfType("AWS::SQS::Queue").Count(), template.OfType("AWS::SQS::QueuePolicy").Count());
            Assert.Equal(template.OfType("AWS::SNS::Topic").Count(), template.OfType("AWS::SNS::TopicPolicy").Count());

            // A function has one role, and everything else that acts has one of its own.
            var roles = template.OfType("AWS::IAM::Role").Select(role => role.LogicalId).ToHashSet();
            Assert.All(
                template.OfType("AWS::IAM::Policy").SelectMany(policy => policy.Texts("Roles")),
                role => Assert.Contains(role.Trim('$', '{', '}'), roles));
        });
}
