namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Site</c> says of its buckets, all of it: the one with the pages, and the one with the logs.</summary>
public sealed class SiteStackBucketTests
{
    [Fact]
    public void Buckets_AreExactlyThese() => Exactly.This("Site", "AWS::S3::Bucket", """
        BucketEncryption.ServerSideEncryptionConfiguration = [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]  ×2
        DeletionPolicy = Delete  dev ×2 prod ×1 full ×1
        DeletionPolicy = Retain  prod ×1 full ×1
        LifecycleConfiguration.Rules[] = {AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}, ExpirationInDays: 180, Id: ForgetLogs, Status: Enabled}  prod ×1 full ×1
        LifecycleConfiguration.Rules[] = {AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}, ExpirationInDays: 7, Id: ForgetLogs, Status: Enabled}  dev ×1
        LifecycleConfiguration.Rules[] = {AbortIncompleteMultipartUpload: {DaysAfterInitiation: 1}, Id: ForgetUnfinishedUploads, Status: Enabled}  ×1
        LoggingConfiguration.DestinationBucketName = ${/Logs/Bucket}  ×1
        LoggingConfiguration.LogFilePrefix = pages/  ×1
        OwnershipControls.Rules = [{ObjectOwnership: BucketOwnerEnforced}]  ×1
        OwnershipControls.Rules = [{ObjectOwnership: BucketOwnerPreferred}]  ×1
        PublicAccessBlockConfiguration.BlockPublicAcls = true  ×2
        PublicAccessBlockConfiguration.BlockPublicPolicy = true  ×2
        PublicAccessBlockConfiguration.IgnorePublicAcls = true  ×2
        PublicAccessBlockConfiguration.RestrictPublicBuckets = true  ×2
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        Tags[] = {Key: application, Value: lexicon}  dev ×2 prod ×1 full ×1
        Tags[] = {Key: aws-cdk:auto-delete-objects, Value: true}  dev ×2 prod ×1 full ×1
        Tags[] = {Key: aws-cdk:cr-owned:51e7e042, Value: true}  prod ×1 full ×1
        Tags[] = {Key: aws-cdk:cr-owned:6fac78fc, Value: true}  dev ×1
        Tags[] = {Key: aws-cdk:cr-owned:c5ddf88a, Value: true}  prod ×1 full ×1
        Tags[] = {Key: aws-cdk:cr-owned:d2dddbb7, Value: true}  dev ×1
        Tags[] = {Key: stage, Value: dev}  dev ×2
        Tags[] = {Key: stage, Value: prod}  prod ×1 full ×1
        UpdateReplacePolicy = Delete  dev ×2 prod ×1 full ×1
        UpdateReplacePolicy = Retain  prod ×1 full ×1
        """);

    [Fact]
    public void BucketPolicies_AreExactlyThese() => Exactly.This("Site", "AWS::S3::BucketPolicy", """
        Bucket = ${./Bucket}  ×2
        PolicyDocument.Statement = {Action: [s3:GetBucketTagging, s3:GetBucketPolicy, s3:PutBucketPolicy, s3:ListBucketVersions, s3:DeleteObject, s3:DeleteObjectVersion], Effect: Allow, Principal: {AWS: ${/Custom::S3AutoDeleteObjectsCustomResourceProvider/Role.Arn}}, Resource: [${./Bucket.Arn}, ${./Bucket.Arn}/*]}  dev ×2 prod ×1 full ×1
        PolicyDocument.Statement = {Action: s3:*, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: {AWS: *}, Resource: [${./Bucket.Arn}, ${./Bucket.Arn}/*]}  ×2
        PolicyDocument.Statement = {Action: s3:*, Condition: {NumericLessThan: {s3:TlsVersion: 1.2}}, Effect: Deny, Principal: {AWS: *}, Resource: [${./Bucket.Arn}, ${./Bucket.Arn}/*]}  ×2
        PolicyDocument.Statement = {Action: s3:GetObject, Condition: {StringEquals: {AWS:SourceArn: arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${/Edge/Distribution}}}, Effect: Allow, Principal: {Service: cloudfront.amazonaws.com}, Resource: ${./Bucket.Arn}/*}  ×1
        PolicyDocument.Statement = {Action: s3:ListBucket, Condition: {StringEquals: {AWS:SourceArn: arn:aws:cloudfront::${AWS::AccountId}:distribution/${/Edge/Distribution}}}, Effect: Allow, Principal: {Service: cloudfront.amazonaws.com}, Resource: ${./Bucket.Arn}, Sid: CloudFrontKnowsWhatIsMissing}  ×1
        PolicyDocument.Statement = {Action: s3:PutObject, Condition: {ArnLike: {aws:SourceArn: ${/Pages/Bucket.Arn}}, StringEquals: {aws:SourceAccount: ${AWS::AccountId}}}, Effect: Allow, Principal: {Service: logging.s3.amazonaws.com}, Resource: ${./Bucket.Arn}/pages/*}  ×1
        PolicyDocument.Version = 2012-10-17  ×2
        """);
}
