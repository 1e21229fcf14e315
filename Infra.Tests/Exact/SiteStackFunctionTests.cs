namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Site</c> says of its functions, all of it: what copies the pages and empties buckets, and what they may.</summary>
public sealed class SiteStackFunctionTests
{
    [Fact]
    public void Policies_AreExactlyThese() => Exactly.This("Site", "AWS::IAM::Policy", """
        PolicyDocument.Statement = {Action: [logs:CreateLogStream, logs:PutLogEvents], Effect: Allow, Resource: ${./Logs.Arn}}  ×1
        PolicyDocument.Version = 2012-10-17  ×1
        PolicyName = Logs  ×1
        Roles = [${./Role}]  ×1
        """);

    [Fact]
    public void Roles_AreExactlyThese() => Exactly.This("Site", "AWS::IAM::Role", """
        AssumeRolePolicyDocument.Statement = {Action: sts:AssumeRole, Effect: Allow, Principal: {Service: lambda.amazonaws.com}}  ×2
        AssumeRolePolicyDocument.Version = 2012-10-17  ×2
        Description = Lexicon: copies the pages into their bucket and tells the edge  ×1
        Policies[0].PolicyDocument.Statement = {Action: [cloudfront:CreateInvalidation, cloudfront:GetInvalidation], Effect: Allow, Resource: arn:aws:cloudfront::${AWS::AccountId}:distribution/${/Edge/Distribution}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [logs:CreateLogStream, logs:PutLogEvents], Effect: Allow, Resource: ${./Logs.Arn}}  ×1
        Policies[0].PolicyDocument.Statement = {Action: [s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject], Effect: Allow, Resource: ${/Pages/Bucket.Arn}/*}  ×1
        Policies[0].PolicyDocument.Statement = {Action: s3:GetObject, Effect: Allow, Resource: arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1/*.zip}  ×1
        Policies[0].PolicyDocument.Statement = {Action: s3:ListBucket, Effect: Allow, Resource: ${/Pages/Bucket.Arn}}  ×1
        Policies[0].PolicyDocument.Version = 2012-10-17  ×1
        Policies[0].PolicyName = Deployment  ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        """);

    [Fact]
    public void Functions_AreExactlyThese() => Exactly.This("Site", "AWS::Lambda::Function", """
        Code.S3Bucket = cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1  ×2
        Code.S3Key = {asset}.zip  ×2
        DependsOn[] = ${./Role}  ×1
        DependsOn[] = ${./Writing}  ×1
        Description = Lambda function for auto-deleting objects in ${/Logs/Bucket} S3 bucket.  dev ×1
        Description = Lambda function for auto-deleting objects in ${/Pages/Bucket} S3 bucket.  prod ×1 full ×1
        Environment.Variables.AWS_CA_BUNDLE = /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem  ×1
        Handler = index.handler  ×2
        Layers = [${/Deployment/Assets/AwsCliLayer}]  ×1
        LoggingConfig.LogGroup = ${./Logs}  ×1
        LoggingConfig.LogGroup = ${/Deployment/Logs}  ×1
        MemorySize = 128  ×1
        MemorySize = 256  ×1
        Role = ${./Role.Arn}  ×1
        Role = ${/Deployment/Role.Arn}  ×1
        Runtime = nodejs24.x  ×1
        Runtime = python3.13  ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        Timeout = 900  ×2
        """);

    [Fact]
    public void Layers_AreExactlyThese() => Exactly.This("Site", "AWS::Lambda::LayerVersion", """
        Content.S3Bucket = cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1  ×1
        Content.S3Key = {asset}.zip  ×1
        Description = /opt/awscli/aws  ×1
        """);

    [Fact]
    public void LogGroups_AreExactlyThese() => Exactly.This("Site", "AWS::Logs::LogGroup", """
        DeletionPolicy = Delete  ×2
        RetentionInDays = 180  prod ×2 full ×2
        RetentionInDays = 7  dev ×2
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×2
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×2 full ×2
        UpdateReplacePolicy = Delete  ×2
        """);

    [Fact]
    public void DeploymentsOfPages_AreExactlyThese() => Exactly.This("Site", "Custom::CDKBucketDeployment", """
        DeletionPolicy = Delete  ×2
        DependsOn[] = ${./Assets/AwsCliLayer}  ×1
        DependsOn[] = ${./Assets/CustomResource-256MiB/Default}  ×1
        DestinationBucketName = ${/Pages/Bucket}  ×2
        DistributionId = ${/Edge/Distribution}  ×1
        DistributionPaths = [/*]  ×1
        Exclude = [*]  ×1
        Exclude = [assets/*]  ×1
        Include = [assets/*]  ×1
        Prune = false  ×1
        Prune = true  ×1
        ServiceToken = ${/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB.Arn}  ×2
        SourceBucketNames = [cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1]  ×1
        SourceBucketNames[] = cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1  ×2
        SourceMarkers[] = {<<marker:0xbaba:0>>: ${import Lexicon-{stage}-Data-Issuer}.split(' ')[0], <<marker:0xbaba:1>>: ${/SignIn/Client}}  ×1
        SourceMarkers[] = {}  ×1
        SourceObjectKeys = [{asset}.zip]  ×1
        SourceObjectKeys[] = {asset}.zip  ×2
        SystemMetadata.cache-control = public, max-age=0, s-maxage=86400, must-revalidate  ×1
        SystemMetadata.cache-control = public, max-age=31536000, immutable  ×1
        UpdateReplacePolicy = Delete  ×2
        """);

    [Fact]
    public void EmptyingOfBuckets_IsExactlyThis() => Exactly.This("Site", "Custom::S3AutoDeleteObjects", """
        BucketName = ${./Bucket}  dev ×2 prod ×1 full ×1
        DeletionPolicy = Delete  dev ×2 prod ×1 full ×1
        DependsOn = [${./Bucket/Policy}]  dev ×2 prod ×1 full ×1
        ServiceToken = ${/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler.Arn}  dev ×2 prod ×1 full ×1
        UpdateReplacePolicy = Delete  dev ×2 prod ×1 full ×1
        """);
}
