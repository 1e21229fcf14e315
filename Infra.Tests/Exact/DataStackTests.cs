namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Data</c> says, all of it: whoever changes what holds data changes a line here.</summary>
public sealed class DataStackTests
{
    [Fact]
    public void UserPools_AreExactlyThese() => Exactly.This("Data", "AWS::Cognito::UserPool", """
        AccountRecoverySetting.RecoveryMechanisms = [{Name: verified_email, Priority: 1}]  ×1
        AdminCreateUserConfig.AllowAdminCreateUserOnly = false  ×1
        AutoVerifiedAttributes = [email]  ×1
        DeletionPolicy = Delete  dev ×1
        DeletionPolicy = Retain  prod ×1 full ×1
        DeletionProtection = ACTIVE  prod ×1 full ×1
        DeletionProtection = INACTIVE  dev ×1
        EmailVerificationMessage = The verification code to your new account is {####}  ×1
        EmailVerificationSubject = Verify your new account  ×1
        EnabledMfas = [SOFTWARE_TOKEN_MFA]  ×1
        MfaConfiguration = OPTIONAL  ×1
        Policies.PasswordPolicy.MinimumLength = 10  ×1
        Policies.PasswordPolicy.RequireLowercase = true  ×1
        Policies.PasswordPolicy.RequireNumbers = true  ×1
        Policies.PasswordPolicy.RequireSymbols = true  ×1
        Policies.PasswordPolicy.RequireUppercase = true  ×1
        Policies.PasswordPolicy.TemporaryPasswordValidityDays = 3  ×1
        Schema = [{Mutable: true, Name: email, Required: true}]  ×1
        SmsVerificationMessage = The verification code to your new account is {####}  ×1
        UpdateReplacePolicy = Delete  dev ×1
        UpdateReplacePolicy = Retain  prod ×1 full ×1
        UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate = [email]  ×1
        UserPoolAddOns.AdvancedSecurityMode = ENFORCED  full ×1
        UserPoolTags.application = lexicon  ×1
        UserPoolTags.stage = dev  dev ×1
        UserPoolTags.stage = prod  prod ×1 full ×1
        UserPoolTier = ESSENTIALS  dev ×1 prod ×1
        UserPoolTier = PLUS  full ×1
        UsernameAttributes = [email]  ×1
        UsernameConfiguration.CaseSensitive = false  ×1
        VerificationMessageTemplate.DefaultEmailOption = CONFIRM_WITH_CODE  ×1
        VerificationMessageTemplate.EmailMessage = The verification code to your new account is {####}  ×1
        VerificationMessageTemplate.EmailSubject = Verify your new account  ×1
        VerificationMessageTemplate.SmsMessage = The verification code to your new account is {####}  ×1
        """);

    [Fact]
    public void SignInDomains_AreExactlyThese() => Exactly.This("Data", "AWS::Cognito::UserPoolDomain", """
        Domain = lexicon-dev-${AWS::AccountId}  dev ×1
        Domain = lexicon-prod-${AWS::AccountId}  prod ×1 full ×1
        UserPoolId = ${./Pool}  ×1
        """);

    [Fact]
    public void Tables_AreExactlyThese() => Exactly.This("Data", "AWS::DynamoDB::GlobalTable", """
        AttributeDefinitions[] = {AttributeName: dueSk, AttributeType: S}  ×1
        AttributeDefinitions[] = {AttributeName: nameSk, AttributeType: S}  ×1
        AttributeDefinitions[] = {AttributeName: pk, AttributeType: S}  ×1
        AttributeDefinitions[] = {AttributeName: publicPk, AttributeType: S}  ×1
        AttributeDefinitions[] = {AttributeName: publicSk, AttributeType: S}  ×1
        AttributeDefinitions[] = {AttributeName: sk, AttributeType: S}  ×1
        BillingMode = PAY_PER_REQUEST  ×1
        DeletionPolicy = Delete  dev ×1
        DeletionPolicy = Retain  prod ×1 full ×1
        GlobalSecondaryIndexes[0].IndexName = PublicGlossaries  ×1
        GlobalSecondaryIndexes[0].KeySchema[] = {AttributeName: publicPk, KeyType: HASH}  ×1
        GlobalSecondaryIndexes[0].KeySchema[] = {AttributeName: publicSk, KeyType: RANGE}  ×1
        GlobalSecondaryIndexes[0].Projection.ProjectionType = ALL  ×1
        KeySchema = [{AttributeName: pk, KeyType: HASH}, {AttributeName: sk, KeyType: RANGE}]  ×1
        LocalSecondaryIndexes[] = {IndexName: ReviewsByDue, KeySchema: [{AttributeName: pk, KeyType: HASH}, {AttributeName: dueSk, KeyType: RANGE}], Projection: {ProjectionType: ALL}}  ×1
        LocalSecondaryIndexes[] = {IndexName: TermsByName, KeySchema: [{AttributeName: pk, KeyType: HASH}, {AttributeName: nameSk, KeyType: RANGE}], Projection: {ProjectionType: ALL}}  ×1
        Replicas[0].ContributorInsightsSpecification.Enabled = false  dev ×1 prod ×1
        Replicas[0].ContributorInsightsSpecification.Enabled = true  full ×1
        Replicas[0].DeletionProtectionEnabled = false  dev ×1
        Replicas[0].DeletionProtectionEnabled = true  prod ×1 full ×1
        Replicas[0].GlobalSecondaryIndexes[] = {ContributorInsightsSpecification: {Enabled: false}, IndexName: PublicGlossaries}  dev ×1 prod ×1
        Replicas[0].GlobalSecondaryIndexes[] = {ContributorInsightsSpecification: {Enabled: true}, IndexName: PublicGlossaries}  full ×1
        Replicas[0].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled = true  ×1
        Replicas[0].Region = us-east-1  ×1
        Replicas[0].SSESpecification.KMSMasterKeyId = ${./Encryption/Key.Arn}  full ×1
        Replicas[0].Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Replicas[0].Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        SSESpecification.SSEEnabled = false  dev ×1 prod ×1
        SSESpecification.SSEEnabled = true  full ×1
        SSESpecification.SSEType = KMS  full ×1
        StreamSpecification.StreamViewType = NEW_AND_OLD_IMAGES  ×1
        TimeToLiveSpecification.AttributeName = expiresAt  ×1
        TimeToLiveSpecification.Enabled = true  ×1
        UpdateReplacePolicy = Delete  dev ×1
        UpdateReplacePolicy = Retain  prod ×1 full ×1
        """);

    [Fact]
    public void Policies_AreExactlyThese() => Exactly.This("Data", "AWS::IAM::Policy", """
        PolicyDocument.Statement = {Action: [logs:CreateLogStream, logs:PutLogEvents], Effect: Allow, Resource: ${./Logs.Arn}}  dev ×1
        PolicyDocument.Version = 2012-10-17  dev ×1
        PolicyName = Logs  dev ×1
        Roles = [${./Role}]  dev ×1
        """);

    [Fact]
    public void Roles_AreExactlyThese() => Exactly.This("Data", "AWS::IAM::Role", """
        AssumeRolePolicyDocument.Statement = {Action: sts:AssumeRole, Effect: Allow, Principal: {Service: lambda.amazonaws.com}}  dev ×1
        AssumeRolePolicyDocument.Version = 2012-10-17  dev ×1
        """);

    [Fact]
    public void Keys_AreExactlyThese() => Exactly.This("Data", "AWS::KMS::Key", """
        DeletionPolicy = Retain  full ×1
        Description = Lexicon: encrypts the table  full ×1
        EnableKeyRotation = true  full ×1
        KeyPolicy.Statement = {Action: [kms:CancelKeyDeletion, kms:DescribeKey, kms:DisableKey, kms:DisableKeyRotation, kms:EnableKey, kms:EnableKeyRotation, kms:GetKeyPolicy, kms:GetKeyRotationStatus, kms:ListGrants, kms:ListKeyPolicies, kms:ListResourceTags, kms:PutKeyPolicy, kms:RevokeGrant, kms:ScheduleKeyDeletion, kms:TagResource, kms:UntagResource, kms:UpdateKeyDescription], Effect: Allow, Principal: {AWS: arn:aws:iam::${AWS::AccountId}:root}, Resource: *, Sid: AccountAdministers}  full ×1
        KeyPolicy.Statement = {Action: [kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncryptFrom, kms:ReEncryptTo], Condition: {StringEquals: {kms:ViaService: dynamodb.us-east-1.amazonaws.com}}, Effect: Allow, Principal: {AWS: arn:aws:iam::${AWS::AccountId}:root}, Resource: *, Sid: AccountUsesThroughDynamoDb}  full ×1
        KeyPolicy.Statement = {Action: kms:CreateGrant, Condition: {StringEquals: {kms:ViaService: dynamodb.us-east-1.amazonaws.com}, Bool: {kms:GrantIsForAWSResource: true}}, Effect: Allow, Principal: {AWS: arn:aws:iam::${AWS::AccountId}:root}, Resource: *, Sid: DynamoDbIsGranted}  full ×1
        KeyPolicy.Version = 2012-10-17  full ×1
        PendingWindowInDays = 30  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        UpdateReplacePolicy = Retain  full ×1
        """);

    [Fact]
    public void Functions_AreExactlyThese() => Exactly.This("Data", "AWS::Lambda::Function", """
        Code.S3Bucket = cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1  dev ×1
        Code.S3Key = {asset}.zip  dev ×1
        DependsOn[] = ${./Role}  dev ×1
        DependsOn[] = ${./Writing}  dev ×1
        Description = Lambda function for auto-deleting objects in ${/Logs/Bucket} S3 bucket.  dev ×1
        Handler = index.handler  dev ×1
        LoggingConfig.LogGroup = ${./Logs}  dev ×1
        MemorySize = 128  dev ×1
        Role = ${./Role.Arn}  dev ×1
        Runtime = nodejs24.x  dev ×1
        Timeout = 900  dev ×1
        """);

    [Fact]
    public void LogGroups_AreExactlyThese() => Exactly.This("Data", "AWS::Logs::LogGroup", """
        DeletionPolicy = Delete  dev ×1
        RetentionInDays = 7  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        UpdateReplacePolicy = Delete  dev ×1
        """);

    [Fact]
    public void Buckets_AreExactlyThese() => Exactly.This("Data", "AWS::S3::Bucket", """
        BucketEncryption.ServerSideEncryptionConfiguration = [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]  ×2
        CorsConfiguration.CorsRules[] = {AllowedMethods: [POST], AllowedOrigins: [https://*.cloudfront.net], Id: Uploads, MaxAge: 3600}  dev ×1 prod ×1
        CorsConfiguration.CorsRules[] = {AllowedMethods: [POST], AllowedOrigins: [https://lexicon.example.com], Id: Uploads, MaxAge: 3600}  full ×1
        DeletionPolicy = Delete  dev ×2
        DeletionPolicy = Retain  prod ×2 full ×2
        LifecycleConfiguration.Rules[0].AbortIncompleteMultipartUpload.DaysAfterInitiation = 1  ×1
        LifecycleConfiguration.Rules[0].ExpiredObjectDeleteMarker = true  ×1
        LifecycleConfiguration.Rules[0].Id = ForgetWhatWasReplaced  ×1
        LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration.NoncurrentDays = 30  ×1
        LifecycleConfiguration.Rules[0].Status = Enabled  ×1
        LifecycleConfiguration.Rules[] = {AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}, ExpirationInDays: 180, Id: ForgetLogs, Status: Enabled}  prod ×1 full ×1
        LifecycleConfiguration.Rules[] = {AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}, ExpirationInDays: 7, Id: ForgetLogs, Status: Enabled}  dev ×1
        LoggingConfiguration.DestinationBucketName = ${/Logs/Bucket}  ×1
        LoggingConfiguration.LogFilePrefix = images/  ×1
        OwnershipControls.Rules = [{ObjectOwnership: BucketOwnerEnforced}]  ×2
        PublicAccessBlockConfiguration.BlockPublicAcls = true  ×2
        PublicAccessBlockConfiguration.BlockPublicPolicy = true  ×2
        PublicAccessBlockConfiguration.IgnorePublicAcls = true  ×2
        PublicAccessBlockConfiguration.RestrictPublicBuckets = true  ×2
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×2 full ×2
        Tags[] = {Key: application, Value: lexicon}  dev ×2
        Tags[] = {Key: aws-cdk:auto-delete-objects, Value: true}  dev ×2
        Tags[] = {Key: stage, Value: dev}  dev ×2
        UpdateReplacePolicy = Delete  dev ×2
        UpdateReplacePolicy = Retain  prod ×2 full ×2
        VersioningConfiguration.Status = Enabled  ×1
        """);

    [Fact]
    public void BucketPolicies_AreExactlyThese() => Exactly.This("Data", "AWS::S3::BucketPolicy", """
        Bucket = ${./Bucket}  ×2
        PolicyDocument.Statement = {Action: [s3:GetBucketTagging, s3:GetBucketPolicy, s3:PutBucketPolicy, s3:ListBucketVersions, s3:DeleteObject, s3:DeleteObjectVersion], Effect: Allow, Principal: {AWS: ${/Custom::S3AutoDeleteObjectsCustomResourceProvider/Role.Arn}}, Resource: [${./Bucket.Arn}, ${./Bucket.Arn}/*]}  dev ×2
        PolicyDocument.Statement = {Action: s3:*, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: {AWS: *}, Resource: [${./Bucket.Arn}, ${./Bucket.Arn}/*]}  ×2
        PolicyDocument.Statement = {Action: s3:*, Condition: {NumericLessThan: {s3:TlsVersion: 1.2}}, Effect: Deny, Principal: {AWS: *}, Resource: [${./Bucket.Arn}, ${./Bucket.Arn}/*]}  ×2
        PolicyDocument.Statement = {Action: s3:GetObject, Condition: {StringEquals: {aws:SourceAccount: ${AWS::AccountId}}, ArnLike: {aws:SourceArn: arn:aws:cloudfront::${AWS::AccountId}:distribution/*}}, Effect: Allow, Principal: {Service: cloudfront.amazonaws.com}, Resource: ${./Bucket.Arn}/*, Sid: CloudFrontReads}  ×1
        PolicyDocument.Statement = {Action: s3:PutObject, Condition: {ArnLike: {aws:SourceArn: ${/Images/Bucket.Arn}}, StringEquals: {aws:SourceAccount: ${AWS::AccountId}}}, Effect: Allow, Principal: {Service: logging.s3.amazonaws.com}, Resource: ${./Bucket.Arn}/images/*}  ×1
        PolicyDocument.Version = 2012-10-17  ×2
        """);

    [Fact]
    public void EmptyingOfBuckets_IsExactlyThis() => Exactly.This("Data", "Custom::S3AutoDeleteObjects", """
        BucketName = ${./Bucket}  dev ×2
        DeletionPolicy = Delete  dev ×2
        DependsOn = [${./Bucket/Policy}]  dev ×2
        ServiceToken = ${/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler.Arn}  dev ×2
        UpdateReplacePolicy = Delete  dev ×2
        """);

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Data", """
        Outputs.ImagesBucketName.Description = The bucket with the images of terms  ×1
        Outputs.ImagesBucketName.Export.Name = Lexicon-{stage}-Data-ImagesBucketName  ×1
        Outputs.ImagesBucketName.Value = ${/Images/Bucket}  ×1
        Outputs.Issuer.Description = Whose tokens the API accepts: OpenID discovery starts here  ×1
        Outputs.Issuer.Export.Name = Lexicon-{stage}-Data-Issuer  ×1
        Outputs.Issuer.Value = ${/Readers/Pool.ProviderURL}  ×1
        Outputs.SignInOrigin.Description = Where the pages and tokens of OpenID Connect are  ×1
        Outputs.SignInOrigin.Export.Name = Lexicon-{stage}-Data-SignInOrigin  ×1
        Outputs.SignInOrigin.Value = https://${/Readers/Pool/Domain}.auth.us-east-1.amazoncognito.com  ×1
        Outputs.TableKeyArn.Description = The key that encrypts the table  full ×1
        Outputs.TableKeyArn.Export.Name = Lexicon-{stage}-Data-TableKeyArn  full ×1
        Outputs.TableKeyArn.Value = ${/Glossaries/Encryption/Key.Arn}  full ×1
        Outputs.TableName.Description = The table that holds glossaries and terms  ×1
        Outputs.TableName.Export.Name = Lexicon-{stage}-Data-TableName  ×1
        Outputs.TableName.Value = ${/Glossaries/Table}  ×1
        Outputs.UserPoolId.Description = The user pool of the readers  ×1
        Outputs.UserPoolId.Export.Name = Lexicon-{stage}-Data-UserPoolId  ×1
        Outputs.UserPoolId.Value = ${/Readers/Pool}  ×1
        """);
}
