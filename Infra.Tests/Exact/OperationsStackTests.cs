namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Operations</c> says, all of it, but for the alarms, the dashboard and the queries, which have tables of their own.</summary>
public sealed class OperationsStackTests
{
    [Fact]
    public void Budgets_AreExactlyThese() => Exactly.This("Operations", "AWS::Budgets::Budget", """
        Budget.BudgetLimit.Amount = 100  prod ×1 full ×1
        Budget.BudgetLimit.Amount = 20  dev ×1
        Budget.BudgetLimit.Unit = USD  ×1
        Budget.BudgetType = COST  ×1
        Budget.TimeUnit = MONTHLY  ×1
        DependsOn = [${/Notifications/Topic/Policy}, ${/Notifications/Topic}]  ×1
        NotificationsWithSubscribers[0].Notification.ComparisonOperator = GREATER_THAN  ×1
        NotificationsWithSubscribers[0].Notification.NotificationType = ACTUAL  ×1
        NotificationsWithSubscribers[0].Notification.Threshold = 80  ×1
        NotificationsWithSubscribers[0].Notification.ThresholdType = PERCENTAGE  ×1
        NotificationsWithSubscribers[0].Subscribers = [{Address: ${/Notifications/Topic}, SubscriptionType: SNS}]  ×1
        NotificationsWithSubscribers[1].Notification.ComparisonOperator = GREATER_THAN  ×1
        NotificationsWithSubscribers[1].Notification.NotificationType = FORECASTED  ×1
        NotificationsWithSubscribers[1].Notification.Threshold = 100  ×1
        NotificationsWithSubscribers[1].Notification.ThresholdType = PERCENTAGE  ×1
        NotificationsWithSubscribers[1].Subscribers = [{Address: ${/Notifications/Topic}, SubscriptionType: SNS}]  ×1
        """);

    [Fact]
    public void Trails_AreExactlyThese() => Exactly.This("Operations", "AWS::CloudTrail::Trail", """
        AdvancedEventSelectors[0].FieldSelectors[] = {Equals: [AWS::DynamoDB::Table], Field: resources.type}  full ×1
        AdvancedEventSelectors[0].FieldSelectors[] = {Equals: [Data], Field: eventCategory}  full ×1
        AdvancedEventSelectors[0].FieldSelectors[] = {Equals: [arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-{stage}-Data-TableName}], Field: resources.ARN}  full ×1
        AdvancedEventSelectors[0].Name = Table  full ×1
        AdvancedEventSelectors[1].FieldSelectors[] = {Equals: [AWS::S3::Object], Field: resources.type}  full ×1
        AdvancedEventSelectors[1].FieldSelectors[] = {Equals: [Data], Field: eventCategory}  full ×1
        AdvancedEventSelectors[1].FieldSelectors[] = {Field: resources.ARN, StartsWith: [arn:aws:s3:::${import Lexicon-{stage}-Data-ImagesBucketName}/]}  full ×1
        AdvancedEventSelectors[1].Name = Images  full ×1
        AdvancedEventSelectors[2].FieldSelectors[] = {Equals: [AWS::S3::Object], Field: resources.type}  full ×1
        AdvancedEventSelectors[2].FieldSelectors[] = {Equals: [Data], Field: eventCategory}  full ×1
        AdvancedEventSelectors[2].FieldSelectors[] = {Field: resources.ARN, StartsWith: [arn:aws:s3:::${import Lexicon-{stage}-Site-PagesBucketName}/]}  full ×1
        AdvancedEventSelectors[2].Name = Pages  full ×1
        DependsOn = [${./Events/Bucket/Policy}, ${./Events/Bucket}]  full ×1
        EnableLogFileValidation = true  full ×1
        IncludeGlobalServiceEvents = false  full ×1
        IsLogging = true  full ×1
        IsMultiRegionTrail = false  full ×1
        S3BucketName = ${./Events/Bucket}  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        TrailName = Lexicon-{stage}-data  full ×1
        """);

    [Fact]
    public void Keys_AreExactlyThese() => Exactly.This("Operations", "AWS::KMS::Key", """
        DeletionPolicy = Delete  ×1
        Description = Lexicon-{stage}: what alarms and the budget tell  ×1
        EnableKeyRotation = true  ×1
        KeyPolicy.Statement = {Action: [kms:Decrypt, kms:GenerateDataKey*], Condition: {StringEquals: {aws:SourceAccount: ${AWS::AccountId}}, ArnLike: {aws:SourceArn: arn:aws:budgets::${AWS::AccountId}:*}}, Effect: Allow, Principal: {Service: budgets.amazonaws.com}, Resource: *}  ×1
        KeyPolicy.Statement = {Action: [kms:Decrypt, kms:GenerateDataKey*], Condition: {StringEquals: {aws:SourceAccount: ${AWS::AccountId}}, ArnLike: {aws:SourceArn: arn:aws:cloudwatch:us-east-1:${AWS::AccountId}:alarm:Lexicon-{stage}-Operations-*}}, Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Resource: *}  ×1
        KeyPolicy.Statement = {Action: kms:*, Effect: Allow, Principal: {AWS: arn:aws:iam::${AWS::AccountId}:root}, Resource: *}  ×1
        KeyPolicy.Version = 2012-10-17  ×1
        PendingWindowInDays = 7  ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        UpdateReplacePolicy = Delete  ×1
        """);

    [Fact]
    public void Buckets_AreExactlyThese() => Exactly.This("Operations", "AWS::S3::Bucket", """
        BucketEncryption.ServerSideEncryptionConfiguration = [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]  full ×1
        DeletionPolicy = Retain  full ×1
        LifecycleConfiguration.Rules[] = {AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}, ExpirationInDays: 180, Id: ForgetLogs, Status: Enabled}  full ×1
        OwnershipControls.Rules = [{ObjectOwnership: BucketOwnerEnforced}]  full ×1
        PublicAccessBlockConfiguration.BlockPublicAcls = true  full ×1
        PublicAccessBlockConfiguration.BlockPublicPolicy = true  full ×1
        PublicAccessBlockConfiguration.IgnorePublicAcls = true  full ×1
        PublicAccessBlockConfiguration.RestrictPublicBuckets = true  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        UpdateReplacePolicy = Retain  full ×1
        """);

    [Fact]
    public void BucketPolicies_AreExactlyThese() => Exactly.This("Operations", "AWS::S3::BucketPolicy", """
        Bucket = ${./Events/Bucket}  full ×1
        PolicyDocument.Statement = {Action: s3:*, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: {AWS: *}, Resource: [${./Events/Bucket.Arn}, ${./Events/Bucket.Arn}/*]}  full ×1
        PolicyDocument.Statement = {Action: s3:*, Condition: {NumericLessThan: {s3:TlsVersion: 1.2}}, Effect: Deny, Principal: {AWS: *}, Resource: [${./Events/Bucket.Arn}, ${./Events/Bucket.Arn}/*]}  full ×1
        PolicyDocument.Statement = {Action: s3:GetBucketAcl, Condition: {StringEquals: {aws:SourceArn: arn:aws:cloudtrail:us-east-1:${AWS::AccountId}:trail/Lexicon-{stage}-data}}, Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Resource: ${./Events/Bucket.Arn}}  full ×1
        PolicyDocument.Statement = {Action: s3:PutObject, Condition: {StringEquals: {aws:SourceArn: arn:aws:cloudtrail:us-east-1:${AWS::AccountId}:trail/Lexicon-{stage}-data}}, Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Resource: ${./Events/Bucket.Arn}/AWSLogs/${AWS::AccountId}/*}  full ×1
        PolicyDocument.Version = 2012-10-17  full ×1
        """);

    [Fact]
    public void Subscriptions_AreExactlyThese() => Exactly.This("Operations", "AWS::SNS::Subscription", """
        Condition = NotificationsEmailIsGivenE393E452  ×1
        Endpoint = ${AlarmEmail}  ×1
        Protocol = email  ×1
        TopicArn = ${./Topic}  ×1
        """);

    [Fact]
    public void Topics_AreExactlyThese() => Exactly.This("Operations", "AWS::SNS::Topic", """
        DisplayName = Lexicon-{stage}  ×1
        KmsMasterKeyId = ${./Key.Arn}  ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        """);

    [Fact]
    public void TopicPolicies_AreExactlyThese() => Exactly.This("Operations", "AWS::SNS::TopicPolicy", """
        PolicyDocument.Statement = {Action: sns:Publish, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: *, Resource: ${./Topic}, Sid: AllowPublishThroughSSLOnly}  ×1
        PolicyDocument.Statement = {Action: sns:Publish, Condition: {StringEquals: {aws:SourceAccount: ${AWS::AccountId}}, ArnLike: {aws:SourceArn: arn:aws:budgets::${AWS::AccountId}:*}}, Effect: Allow, Principal: {Service: budgets.amazonaws.com}, Resource: ${./Topic}, Sid: 2}  ×1
        PolicyDocument.Statement = {Action: sns:Publish, Condition: {StringEquals: {aws:SourceAccount: ${AWS::AccountId}}, ArnLike: {aws:SourceArn: arn:aws:cloudwatch:us-east-1:${AWS::AccountId}:alarm:Lexicon-{stage}-Operations-*}}, Effect: Allow, Principal: {Service: cloudwatch.amazonaws.com}, Resource: ${./Topic}, Sid: 0}  ×1
        PolicyDocument.Version = 2012-10-17  ×1
        Topics = [${./Topic}]  ×1
        """);

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Operations", """
        Conditions.NotificationsEmailIsGivenE393E452 = {Fn::Not: {Fn::Equals: ${AlarmEmail}, }}  ×1
        Outputs.AlarmTopicArn.Description = What tells of alarms and of the budget: subscribe whatever else should know  ×1
        Outputs.AlarmTopicArn.Value = ${/Notifications/Topic}  ×1
        Outputs.DashboardUrl.Description = Whether all is well  ×1
        Outputs.DashboardUrl.Value = https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/Lexicon-{stage}-us-east-1  ×1
        Parameters.AlarmEmail.AllowedPattern = ^$|^[^@\s]+@[^@\s]+$  ×1
        Parameters.AlarmEmail.ConstraintDescription = An e-mail address, or nothing  ×1
        Parameters.AlarmEmail.Default =   ×1
        Parameters.AlarmEmail.Description = Who is mailed when an alarm goes off or the budget runs out; nobody, if empty  ×1
        Parameters.AlarmEmail.Type = String  ×1
        """);
}
