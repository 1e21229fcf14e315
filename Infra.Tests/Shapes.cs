namespace Lexicon.Infra.Tests;

/// <summary>
/// What the resources of each type say, and what stands within their properties, as <see cref="ShapeTests"/> holds them to it: what
/// all of a type say, then in parentheses what only some say beside it, one way and another. A dash is nothing more.
/// </summary>
internal static class Shapes
{
    public const string All = """
        AWS::ApiGateway::Account: CloudWatchRoleArn
        AWS::ApiGateway::ApiKey: Description Enabled Tags
        AWS::ApiGateway::Authorizer: IdentitySource Name ProviderARNs RestApiId Type
        AWS::ApiGateway::Deployment: Description RestApiId
        AWS::ApiGateway::GatewayResponse: ResponseParameters ResponseTemplates ResponseType RestApiId (- | StatusCode)
          ResponseTemplates: application/json
        AWS::ApiGateway::Method: ApiKeyRequired AuthorizationType HttpMethod Integration ResourceId RestApiId (AuthorizerId OperationName RequestModels RequestParameters RequestValidatorId | AuthorizerId OperationName RequestParameters RequestValidatorId | MethodResponses | OperationName RequestParameters RequestValidatorId)
          Integration: Type (IntegrationHttpMethod Uri | IntegrationResponses RequestTemplates)
          Integration.IntegrationResponses: ResponseParameters StatusCode
          Integration.RequestTemplates: application/json
          MethodResponses: ResponseParameters StatusCode
          RequestModels: application/json
        AWS::ApiGateway::Model: ContentType Name RestApiId Schema
        AWS::ApiGateway::RequestValidator: Name RestApiId ValidateRequestBody ValidateRequestParameters
        AWS::ApiGateway::Resource: ParentId PathPart RestApiId
        AWS::ApiGateway::RestApi: Description EndpointConfiguration MinimumCompressionSize Name Tags
          EndpointConfiguration: Types
        AWS::ApiGateway::Stage: AccessLogSetting DeploymentId MethodSettings RestApiId StageName Tags TracingEnabled
          AccessLogSetting: DestinationArn Format
          MethodSettings: DataTraceEnabled HttpMethod LoggingLevel MetricsEnabled ResourcePath ThrottlingBurstLimit ThrottlingRateLimit
        AWS::ApiGateway::UsagePlan: ApiStages Description Quota Tags Throttle UsagePlanName
          ApiStages: ApiId Stage Throttle
          Quota: Limit Period
          Throttle: BurstLimit RateLimit
        AWS::ApiGateway::UsagePlanKey: KeyId KeyType UsagePlanId
        AWS::Budgets::Budget: Budget NotificationsWithSubscribers
          Budget: BudgetLimit BudgetType TimeUnit
          Budget.BudgetLimit: Amount Unit
          NotificationsWithSubscribers: Notification Subscribers
          NotificationsWithSubscribers.Notification: ComparisonOperator NotificationType Threshold ThresholdType
          NotificationsWithSubscribers.Subscribers: Address SubscriptionType
        AWS::CertificateManager::Certificate: DomainName DomainValidationOptions Tags ValidationMethod
          DomainValidationOptions: DomainName HostedZoneId
        AWS::CloudFront::CachePolicy: CachePolicyConfig
          CachePolicyConfig: Comment DefaultTTL MaxTTL MinTTL Name ParametersInCacheKeyAndForwardedToOrigin
          CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin: CookiesConfig EnableAcceptEncodingBrotli EnableAcceptEncodingGzip HeadersConfig QueryStringsConfig
          CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig: CookieBehavior
          CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig: HeaderBehavior (- | Headers)
          CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig: QueryStringBehavior
        AWS::CloudFront::Distribution: DistributionConfig Tags
          DistributionConfig: CacheBehaviors Comment CustomErrorResponses DefaultCacheBehavior DefaultRootObject Enabled HttpVersion IPV6Enabled Logging Origins (- | Aliases Restrictions ViewerCertificate WebACLId)
          DistributionConfig.CacheBehaviors: AllowedMethods CachePolicyId Compress PathPattern ResponseHeadersPolicyId TargetOriginId ViewerProtocolPolicy (- | OriginRequestPolicyId)
          DistributionConfig.CustomErrorResponses: ErrorCachingMinTTL ErrorCode
          DistributionConfig.DefaultCacheBehavior: AllowedMethods CachePolicyId Compress ResponseHeadersPolicyId TargetOriginId ViewerProtocolPolicy
          DistributionConfig.Logging: Bucket IncludeCookies Prefix
          DistributionConfig.Origins: DomainName Id (CustomOriginConfig OriginPath | OriginAccessControlId S3OriginConfig)
          DistributionConfig.Origins.CustomOriginConfig: OriginProtocolPolicy OriginSSLProtocols
          DistributionConfig.Origins.S3OriginConfig: OriginAccessIdentity
          DistributionConfig.Restrictions: GeoRestriction
          DistributionConfig.Restrictions.GeoRestriction: Locations RestrictionType
          DistributionConfig.ViewerCertificate: AcmCertificateArn MinimumProtocolVersion SslSupportMethod
        AWS::CloudFront::OriginAccessControl: OriginAccessControlConfig
          OriginAccessControlConfig: Name OriginAccessControlOriginType SigningBehavior SigningProtocol
        AWS::CloudFront::ResponseHeadersPolicy: ResponseHeadersPolicyConfig
          ResponseHeadersPolicyConfig: Comment CustomHeadersConfig Name SecurityHeadersConfig
          ResponseHeadersPolicyConfig.CustomHeadersConfig: Items
          ResponseHeadersPolicyConfig.CustomHeadersConfig.Items: Header Override Value
          ResponseHeadersPolicyConfig.SecurityHeadersConfig: ContentSecurityPolicy ContentTypeOptions FrameOptions ReferrerPolicy StrictTransportSecurity
          ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy: ContentSecurityPolicy Override
          ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions: Override
          ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions: FrameOption Override
          ResponseHeadersPolicyConfig.SecurityHeadersConfig.ReferrerPolicy: Override ReferrerPolicy
          ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity: AccessControlMaxAgeSec IncludeSubdomains Override
        AWS::CloudTrail::Trail: AdvancedEventSelectors EnableLogFileValidation IncludeGlobalServiceEvents IsLogging IsMultiRegionTrail S3BucketName Tags TrailName
          AdvancedEventSelectors: FieldSelectors Name
          AdvancedEventSelectors.FieldSelectors: Field (Equals | StartsWith)
        AWS::CloudWatch::Alarm: AlarmDescription ComparisonOperator EvaluationPeriods Tags Threshold TreatMissingData (AlarmActions AlarmName DatapointsToAlarm Dimensions EvaluateLowSampleCountPercentile ExtendedStatistic MetricName Namespace OKActions Period | AlarmActions AlarmName DatapointsToAlarm Dimensions MetricName Namespace OKActions Period Statistic | AlarmActions AlarmName DatapointsToAlarm Metrics OKActions | Dimensions MetricName Namespace Period Statistic)
          Dimensions: Name Value
          Metrics: Id ReturnData (Expression Label | MetricStat)
          Metrics.MetricStat: Metric Period Stat
          Metrics.MetricStat.Metric: Dimensions MetricName Namespace
          Metrics.MetricStat.Metric.Dimensions: Name Value
        AWS::CloudWatch::Dashboard: DashboardBody DashboardName
        AWS::CodeDeploy::Application: ComputePlatform Tags
        AWS::CodeDeploy::DeploymentGroup: AlarmConfiguration ApplicationName AutoRollbackConfiguration DeploymentConfigName DeploymentStyle ServiceRoleArn Tags
          AlarmConfiguration: Alarms Enabled
          AlarmConfiguration.Alarms: Name
          AutoRollbackConfiguration: Enabled Events
          DeploymentStyle: DeploymentOption DeploymentType
        AWS::Cognito::UserPool: AccountRecoverySetting AdminCreateUserConfig AutoVerifiedAttributes DeletionProtection EmailVerificationMessage EmailVerificationSubject EnabledMfas MfaConfiguration Policies Schema SmsVerificationMessage UserAttributeUpdateSettings UserPoolTags UserPoolTier UsernameAttributes UsernameConfiguration VerificationMessageTemplate (- | UserPoolAddOns)
          AccountRecoverySetting: RecoveryMechanisms
          AccountRecoverySetting.RecoveryMechanisms: Name Priority
          AdminCreateUserConfig: AllowAdminCreateUserOnly
          Policies: PasswordPolicy
          Policies.PasswordPolicy: MinimumLength RequireLowercase RequireNumbers RequireSymbols RequireUppercase TemporaryPasswordValidityDays
          UserAttributeUpdateSettings: AttributesRequireVerificationBeforeUpdate
          UserPoolAddOns: AdvancedSecurityMode
          UsernameConfiguration: CaseSensitive
          VerificationMessageTemplate: DefaultEmailOption EmailMessage EmailSubject SmsMessage
        AWS::Cognito::UserPoolClient: AccessTokenValidity AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes CallbackURLs EnableTokenRevocation ExplicitAuthFlows GenerateSecret IdTokenValidity LogoutURLs PreventUserExistenceErrors RefreshTokenValidity SupportedIdentityProviders TokenValidityUnits UserPoolId
          TokenValidityUnits: AccessToken IdToken RefreshToken
        AWS::Cognito::UserPoolDomain: Domain UserPoolId
        AWS::DynamoDB::GlobalTable: AttributeDefinitions BillingMode GlobalSecondaryIndexes KeySchema LocalSecondaryIndexes Replicas SSESpecification StreamSpecification TimeToLiveSpecification
          AttributeDefinitions: AttributeName AttributeType
          GlobalSecondaryIndexes: IndexName KeySchema Projection
          GlobalSecondaryIndexes.KeySchema: AttributeName KeyType
          GlobalSecondaryIndexes.Projection: ProjectionType
          KeySchema: AttributeName KeyType
          LocalSecondaryIndexes: IndexName KeySchema Projection
          LocalSecondaryIndexes.KeySchema: AttributeName KeyType
          LocalSecondaryIndexes.Projection: ProjectionType
          Replicas: ContributorInsightsSpecification DeletionProtectionEnabled GlobalSecondaryIndexes PointInTimeRecoverySpecification Region Tags (- | SSESpecification)
          Replicas.ContributorInsightsSpecification: Enabled
          Replicas.GlobalSecondaryIndexes: ContributorInsightsSpecification IndexName
          Replicas.GlobalSecondaryIndexes.ContributorInsightsSpecification: Enabled
          Replicas.PointInTimeRecoverySpecification: PointInTimeRecoveryEnabled
          Replicas.SSESpecification: KMSMasterKeyId
          SSESpecification: SSEEnabled (- | SSEType)
          StreamSpecification: StreamViewType
          TimeToLiveSpecification: AttributeName Enabled
        AWS::IAM::OIDCProvider: ClientIdList Tags Url
        AWS::IAM::Policy: PolicyDocument PolicyName Roles
          PolicyDocument: Statement Version
          PolicyDocument.Statement: Action Effect Resource
        AWS::IAM::Role: AssumeRolePolicyDocument (- | Description MaxSessionDuration Policies Tags | Description Policies Tags)
          AssumeRolePolicyDocument: Statement Version
          AssumeRolePolicyDocument.Statement: Action Effect Principal (- | Condition)
          Policies: PolicyDocument PolicyName
          Policies.PolicyDocument: Statement Version
          Policies.PolicyDocument.Statement: Action Effect Resource (- | Condition)
        AWS::KMS::Key: Description EnableKeyRotation KeyPolicy PendingWindowInDays Tags
          KeyPolicy: Statement Version
          KeyPolicy.Statement: Action Effect Principal Resource (- | Condition | Condition Sid | Sid)
        AWS::Lambda::Alias: FunctionName FunctionVersion Name
        AWS::Lambda::Function: Code Handler LoggingConfig MemorySize Role Runtime Timeout (Architectures DeadLetterConfig Description Environment FunctionName Tags TracingConfig | Description | Environment Layers Tags)
          Code: S3Bucket S3Key
          DeadLetterConfig: TargetArn
          Environment: Variables
          Environment.Variables: (ALLOWED_ORIGINS DOTNET_GCgen0size METRICS_NAMESPACE OPERATION SSL_CERT_DIR SSL_CERT_FILE TABLE_NAME | AWS_CA_BUNDLE | DOTNET_GCgen0size METRICS_NAMESPACE OPERATION SSL_CERT_DIR SSL_CERT_FILE TABLE_NAME)
          LoggingConfig: LogGroup
          TracingConfig: Mode
        AWS::Lambda::LayerVersion: Content Description
          Content: S3Bucket S3Key
        AWS::Lambda::Permission: Action FunctionName Principal SourceArn
        AWS::Lambda::Version: FunctionName
        AWS::Logs::LogGroup: RetentionInDays Tags (- | LogGroupName)
        AWS::Logs::QueryDefinition: LogGroupNames Name QueryString
        AWS::Route53::RecordSet: AliasTarget HostedZoneId Name Type
          AliasTarget: DNSName HostedZoneId
        AWS::S3::Bucket: BucketEncryption LifecycleConfiguration OwnershipControls PublicAccessBlockConfiguration Tags (- | CorsConfiguration LoggingConfiguration VersioningConfiguration | LoggingConfiguration)
          BucketEncryption: ServerSideEncryptionConfiguration
          BucketEncryption.ServerSideEncryptionConfiguration: ServerSideEncryptionByDefault
          BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault: SSEAlgorithm
          CorsConfiguration: CorsRules
          CorsConfiguration.CorsRules: AllowedMethods AllowedOrigins Id MaxAge
          LifecycleConfiguration: Rules
          LifecycleConfiguration.Rules: AbortIncompleteMultipartUpload Id Status (- | ExpirationInDays | ExpiredObjectDeleteMarker NoncurrentVersionExpiration)
          LifecycleConfiguration.Rules.AbortIncompleteMultipartUpload: DaysAfterInitiation
          LifecycleConfiguration.Rules.NoncurrentVersionExpiration: NoncurrentDays
          LoggingConfiguration: DestinationBucketName LogFilePrefix
          OwnershipControls: Rules
          OwnershipControls.Rules: ObjectOwnership
          PublicAccessBlockConfiguration: BlockPublicAcls BlockPublicPolicy IgnorePublicAcls RestrictPublicBuckets
          VersioningConfiguration: Status
        AWS::S3::BucketPolicy: Bucket PolicyDocument
          PolicyDocument: Statement Version
          PolicyDocument.Statement: Action Effect Principal Resource (- | Condition | Condition Sid)
        AWS::SNS::Subscription: Endpoint Protocol TopicArn
        AWS::SNS::Topic: DisplayName KmsMasterKeyId Tags
        AWS::SNS::TopicPolicy: PolicyDocument Topics
          PolicyDocument: Statement Version
          PolicyDocument.Statement: Action Condition Effect Principal Resource Sid
        AWS::SQS::Queue: MessageRetentionPeriod QueueName SqsManagedSseEnabled Tags
        AWS::SQS::QueuePolicy: PolicyDocument Queues
          PolicyDocument: Statement Version
          PolicyDocument.Statement: Action Condition Effect Principal Resource
        AWS::WAFv2::WebACL: DefaultAction Description Rules Scope Tags VisibilityConfig
          DefaultAction: Allow
          Rules: Name Priority Statement VisibilityConfig (Action | OverrideAction)
          Rules.Action: Block
          Rules.OverrideAction: None
          Rules.Statement: (ManagedRuleGroupStatement | RateBasedStatement)
          Rules.Statement.ManagedRuleGroupStatement: Name VendorName (- | RuleActionOverrides)
          Rules.Statement.ManagedRuleGroupStatement.RuleActionOverrides: ActionToUse Name
          Rules.Statement.ManagedRuleGroupStatement.RuleActionOverrides.ActionToUse: Count
          Rules.Statement.RateBasedStatement: AggregateKeyType Limit (- | ForwardedIPConfig)
          Rules.Statement.RateBasedStatement.ForwardedIPConfig: FallbackBehavior HeaderName
          Rules.VisibilityConfig: CloudWatchMetricsEnabled MetricName SampledRequestsEnabled
          VisibilityConfig: CloudWatchMetricsEnabled MetricName SampledRequestsEnabled
        AWS::WAFv2::WebACLAssociation: ResourceArn WebACLArn
        Custom::CDKBucketDeployment: DestinationBucketName Exclude Prune ServiceToken SourceBucketNames SourceObjectKeys SystemMetadata (DistributionId DistributionPaths SourceMarkers | Include)
          SystemMetadata: cache-control
        Custom::S3AutoDeleteObjects: BucketName ServiceToken
        """;
}
