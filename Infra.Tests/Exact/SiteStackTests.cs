namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Site</c> says, all of it.</summary>
public sealed class SiteStackTests
{
    [Fact]
    public void Certificates_AreExactlyThese() => Exactly.This("Site", "AWS::CertificateManager::Certificate", """
        DomainName = lexicon.example.com  full ×1
        DomainValidationOptions = [{DomainName: lexicon.example.com, HostedZoneId: Z0123456789ABCDEFGHIJ}]  full ×1
        Tags[] = {Key: Name, Value: Lexicon-{stage}/Site/Name/Certificate}  full ×1
        Tags[] = {Key: application, Value: lexicon}  full ×1
        Tags[] = {Key: stage, Value: prod}  full ×1
        ValidationMethod = DNS  full ×1
        """);

    [Fact]
    public void CachePolicies_AreExactlyThese() => Exactly.This("Site", "AWS::CloudFront::CachePolicy", """
        CachePolicyConfig.Comment = Public answers of the API: only if they say so, by their whole query  ×1
        CachePolicyConfig.Comment = Static files: for as long as they say  ×1
        CachePolicyConfig.DefaultTTL = 0  ×1
        CachePolicyConfig.DefaultTTL = 60  ×1
        CachePolicyConfig.MaxTTL = 31536000  ×1
        CachePolicyConfig.MaxTTL = 3600  ×1
        CachePolicyConfig.MinTTL = 0  ×2
        CachePolicyConfig.Name = LexicondevSiteEdgeCachesAnswers206E5A40-us-east-1  dev ×1
        CachePolicyConfig.Name = LexicondevSiteEdgeCachesFiles13F0681A-us-east-1  dev ×1
        CachePolicyConfig.Name = LexiconprodSiteEdgeCachesAnswers5E2E8223-us-east-1  prod ×1 full ×1
        CachePolicyConfig.Name = LexiconprodSiteEdgeCachesFiles117AA364-us-east-1  prod ×1 full ×1
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.CookieBehavior = none  ×2
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingBrotli = true  ×2
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingGzip = true  ×2
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.HeaderBehavior = none  dev ×2 prod ×2 full ×1
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.HeaderBehavior = whitelist  full ×1
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers = [Origin, x-api-key]  full ×1
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior = all  ×1
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior = none  ×1
        """);

    [Fact]
    public void Distributions_AreExactlyThese() => Exactly.This("Site", "AWS::CloudFront::Distribution", """
        DependsOn = [${/Logs/Bucket/Policy}, ${/Logs/Bucket}]  prod ×1 full ×1
        DependsOn[] = ${/Logs/Bucket/AutoDeleteObjectsCustomResource/Default}  dev ×1
        DependsOn[] = ${/Logs/Bucket/Policy}  dev ×1
        DependsOn[] = ${/Logs/Bucket}  dev ×1
        DistributionConfig.Aliases = [lexicon.example.com]  full ×1
        DistributionConfig.CacheBehaviors[0].AllowedMethods = [GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE]  ×1
        DistributionConfig.CacheBehaviors[0].CachePolicyId = 4135ea2d-6df8-44a3-9df3-4b5a84be39ad  ×1
        DistributionConfig.CacheBehaviors[0].Compress = true  ×1
        DistributionConfig.CacheBehaviors[0].OriginRequestPolicyId = b689b0a8-53d0-40ab-baf2-68738e2966ac  ×1
        DistributionConfig.CacheBehaviors[0].PathPattern = /api/me/*  ×1
        DistributionConfig.CacheBehaviors[0].ResponseHeadersPolicyId = ${./SecurityHeaders/Policy}  ×1
        DistributionConfig.CacheBehaviors[0].TargetOriginId = LexicondevSiteEdgeDistributionOrigin2B3CFC595  dev ×1
        DistributionConfig.CacheBehaviors[0].TargetOriginId = LexiconprodSiteEdgeDistributionOrigin2BA4FBAB8  prod ×1 full ×1
        DistributionConfig.CacheBehaviors[0].ViewerProtocolPolicy = https-only  ×1
        DistributionConfig.CacheBehaviors[1].AllowedMethods = [GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE]  ×1
        DistributionConfig.CacheBehaviors[1].CachePolicyId = ${./Caches/Answers}  ×1
        DistributionConfig.CacheBehaviors[1].Compress = true  ×1
        DistributionConfig.CacheBehaviors[1].OriginRequestPolicyId = b689b0a8-53d0-40ab-baf2-68738e2966ac  ×1
        DistributionConfig.CacheBehaviors[1].PathPattern = /api/*  ×1
        DistributionConfig.CacheBehaviors[1].ResponseHeadersPolicyId = ${./SecurityHeaders/Policy}  ×1
        DistributionConfig.CacheBehaviors[1].TargetOriginId = LexicondevSiteEdgeDistributionOrigin2B3CFC595  dev ×1
        DistributionConfig.CacheBehaviors[1].TargetOriginId = LexiconprodSiteEdgeDistributionOrigin2BA4FBAB8  prod ×1 full ×1
        DistributionConfig.CacheBehaviors[1].ViewerProtocolPolicy = https-only  ×1
        DistributionConfig.CacheBehaviors[2].AllowedMethods = [GET, HEAD]  ×1
        DistributionConfig.CacheBehaviors[2].CachePolicyId = ${./Caches/Files}  ×1
        DistributionConfig.CacheBehaviors[2].Compress = true  ×1
        DistributionConfig.CacheBehaviors[2].PathPattern = /images/*  ×1
        DistributionConfig.CacheBehaviors[2].ResponseHeadersPolicyId = ${./SecurityHeaders/Policy}  ×1
        DistributionConfig.CacheBehaviors[2].TargetOriginId = LexicondevSiteEdgeDistributionOrigin364DF5948  dev ×1
        DistributionConfig.CacheBehaviors[2].TargetOriginId = LexiconprodSiteEdgeDistributionOrigin305889183  prod ×1 full ×1
        DistributionConfig.CacheBehaviors[2].ViewerProtocolPolicy = redirect-to-https  ×1
        DistributionConfig.Comment = Lexicon  ×1
        DistributionConfig.CustomErrorResponses[] = {ErrorCachingMinTTL: 0, ErrorCode: 403}  ×1
        DistributionConfig.CustomErrorResponses[] = {ErrorCachingMinTTL: 0, ErrorCode: 404}  ×1
        DistributionConfig.CustomErrorResponses[] = {ErrorCachingMinTTL: 0, ErrorCode: 500}  ×1
        DistributionConfig.CustomErrorResponses[] = {ErrorCachingMinTTL: 0, ErrorCode: 502}  ×1
        DistributionConfig.CustomErrorResponses[] = {ErrorCachingMinTTL: 0, ErrorCode: 503}  ×1
        DistributionConfig.CustomErrorResponses[] = {ErrorCachingMinTTL: 0, ErrorCode: 504}  ×1
        DistributionConfig.DefaultCacheBehavior.AllowedMethods = [GET, HEAD]  ×1
        DistributionConfig.DefaultCacheBehavior.CachePolicyId = ${./Caches/Files}  ×1
        DistributionConfig.DefaultCacheBehavior.Compress = true  ×1
        DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId = ${./SecurityHeaders/Policy}  ×1
        DistributionConfig.DefaultCacheBehavior.TargetOriginId = LexicondevSiteEdgeDistributionOrigin1BF28AF73  dev ×1
        DistributionConfig.DefaultCacheBehavior.TargetOriginId = LexiconprodSiteEdgeDistributionOrigin17BCB154A  prod ×1 full ×1
        DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy = redirect-to-https  ×1
        DistributionConfig.DefaultRootObject = index.html  ×1
        DistributionConfig.Enabled = true  ×1
        DistributionConfig.HttpVersion = http2and3  ×1
        DistributionConfig.IPV6Enabled = true  ×1
        DistributionConfig.Logging.Bucket = ${/Logs/Bucket.RegionalDomainName}  ×1
        DistributionConfig.Logging.IncludeCookies = false  ×1
        DistributionConfig.Logging.Prefix = edge/  ×1
        DistributionConfig.Origins[0].DomainName = ${/Pages/Bucket.RegionalDomainName}  ×1
        DistributionConfig.Origins[0].Id = LexicondevSiteEdgeDistributionOrigin1BF28AF73  dev ×1
        DistributionConfig.Origins[0].Id = LexiconprodSiteEdgeDistributionOrigin17BCB154A  prod ×1 full ×1
        DistributionConfig.Origins[0].OriginAccessControlId = ${./Reading.Id}  ×1
        DistributionConfig.Origins[0].S3OriginConfig.OriginAccessIdentity =   ×1
        DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy = https-only  ×1
        DistributionConfig.Origins[1].CustomOriginConfig.OriginSSLProtocols = [TLSv1.2]  ×1
        DistributionConfig.Origins[1].DomainName = ${import Lexicon-{stage}-Api-ApiId}.execute-api.us-east-1.${AWS::URLSuffix}  ×1
        DistributionConfig.Origins[1].Id = LexicondevSiteEdgeDistributionOrigin2B3CFC595  dev ×1
        DistributionConfig.Origins[1].Id = LexiconprodSiteEdgeDistributionOrigin2BA4FBAB8  prod ×1 full ×1
        DistributionConfig.Origins[1].OriginPath = /dev  dev ×1
        DistributionConfig.Origins[1].OriginPath = /prod  prod ×1 full ×1
        DistributionConfig.Origins[2].DomainName = ${import Lexicon-{stage}-Data-ImagesBucketName}.s3.us-east-1.amazonaws.com  ×1
        DistributionConfig.Origins[2].Id = LexicondevSiteEdgeDistributionOrigin364DF5948  dev ×1
        DistributionConfig.Origins[2].Id = LexiconprodSiteEdgeDistributionOrigin305889183  prod ×1 full ×1
        DistributionConfig.Origins[2].OriginAccessControlId = ${./Reading.Id}  ×1
        DistributionConfig.Origins[2].S3OriginConfig.OriginAccessIdentity =   ×1
        DistributionConfig.Restrictions.GeoRestriction.Locations = [SE, NO]  full ×1
        DistributionConfig.Restrictions.GeoRestriction.RestrictionType = whitelist  full ×1
        DistributionConfig.ViewerCertificate.AcmCertificateArn = ${/Name/Certificate}  full ×1
        DistributionConfig.ViewerCertificate.MinimumProtocolVersion = TLSv1.2_2021  full ×1
        DistributionConfig.ViewerCertificate.SslSupportMethod = sni-only  full ×1
        DistributionConfig.WebACLId = ${/Firewall/Acl.Arn}  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×1 full ×1
        """);

    [Fact]
    public void OriginAccessControls_AreExactlyThese() => Exactly.This("Site", "AWS::CloudFront::OriginAccessControl", """
        OriginAccessControlConfig.Name = Lexicon-{stage}-Site-us-east-1  ×1
        OriginAccessControlConfig.OriginAccessControlOriginType = s3  ×1
        OriginAccessControlConfig.SigningBehavior = always  ×1
        OriginAccessControlConfig.SigningProtocol = sigv4  ×1
        """);

    [Fact]
    public void HeaderPolicies_AreExactlyThese() => Exactly.This("Site", "AWS::CloudFront::ResponseHeadersPolicy", """
        ResponseHeadersPolicyConfig.Comment = Lexicon: what browsers may do with the pages  ×1
        ResponseHeadersPolicyConfig.CustomHeadersConfig.Items[] = {Header: Cross-Origin-Opener-Policy, Override: true, Value: same-origin}  ×1
        ResponseHeadersPolicyConfig.CustomHeadersConfig.Items[] = {Header: Cross-Origin-Resource-Policy, Override: true, Value: same-origin}  ×1
        ResponseHeadersPolicyConfig.CustomHeadersConfig.Items[] = {Header: Permissions-Policy, Override: true, Value: camera=(), geolocation=(), microphone=(), payment=(), usb=()}  ×1
        ResponseHeadersPolicyConfig.Name = Lexicon-{stage}-Site-us-east-1  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy = default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; connect-src 'self' ${import Lexicon-{stage}-Data-Issuer}.split('/')[0]//${import Lexicon-{stage}-Data-Issuer}.split('/')[2] ${import Lexicon-{stage}-Data-SignInOrigin}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.Override = true  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions.Override = true  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions.FrameOption = DENY  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions.Override = true  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.ReferrerPolicy.Override = true  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy = strict-origin-when-cross-origin  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec = 31536000  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity.IncludeSubdomains = true  ×1
        ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity.Override = true  ×1
        """);

    [Fact]
    public void Clients_AreExactlyThese() => Exactly.This("Site", "AWS::Cognito::UserPoolClient", """
        AccessTokenValidity = 60  ×1
        AllowedOAuthFlows = [code]  ×1
        AllowedOAuthFlowsUserPoolClient = true  ×1
        AllowedOAuthScopes = [openid, email, profile]  ×1
        CallbackURLs = [https://${/Edge/Distribution.DomainName}/signed-in.html]  dev ×1 prod ×1
        CallbackURLs = [https://lexicon.example.com/signed-in.html]  full ×1
        EnableTokenRevocation = true  ×1
        ExplicitAuthFlows = [ALLOW_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]  dev ×1
        ExplicitAuthFlows = [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]  prod ×1 full ×1
        GenerateSecret = false  ×1
        IdTokenValidity = 60  ×1
        LogoutURLs = [https://${/Edge/Distribution.DomainName}/]  dev ×1 prod ×1
        LogoutURLs = [https://lexicon.example.com/]  full ×1
        PreventUserExistenceErrors = ENABLED  ×1
        RefreshTokenValidity = 43200  ×1
        SupportedIdentityProviders = [COGNITO]  ×1
        TokenValidityUnits.AccessToken = minutes  ×1
        TokenValidityUnits.IdToken = minutes  ×1
        TokenValidityUnits.RefreshToken = minutes  ×1
        UserPoolId = ${import Lexicon-{stage}-Data-UserPoolId}  ×1
        """);

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
    public void DnsRecords_AreExactlyThese() => Exactly.This("Site", "AWS::Route53::RecordSet", """
        AliasTarget.DNSName = ${/Edge/Distribution.DomainName}  full ×2
        AliasTarget.HostedZoneId = {Fn::FindInMap: AWSCloudFrontPartitionHostedZoneIdMap, ${AWS::Partition}, zoneId}  full ×2
        HostedZoneId = Z0123456789ABCDEFGHIJ  full ×2
        Name = lexicon.example.com.  full ×2
        Type = A  full ×1
        Type = AAAA  full ×1
        """);

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

    [Fact]
    public void WebAcls_AreExactlyThese() => Exactly.This("Site", "AWS::WAFv2::WebACL", """
        DefaultAction.Allow = {}  full ×1
        Description = Lexicon  full ×1
        Rules[0].Action.Block = {}  full ×1
        Rules[0].Name = LimitByAddress  full ×1
        Rules[0].Priority = 0  full ×1
        Rules[0].Statement.RateBasedStatement.AggregateKeyType = IP  full ×1
        Rules[0].Statement.RateBasedStatement.Limit = 2000  full ×1
        Rules[0].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[0].VisibilityConfig.MetricName = Lexicon-{stage}-Site-LimitByAddress  full ×1
        Rules[0].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[1].Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[1].OverrideAction.None = {}  full ×1
        Rules[1].Priority = 1  full ×1
        Rules[1].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[1].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[1].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[1].VisibilityConfig.MetricName = Lexicon-{stage}-Site-AWSManagedRulesAmazonIpReputationList  full ×1
        Rules[1].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[2].Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[2].OverrideAction.None = {}  full ×1
        Rules[2].Priority = 2  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[2].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[2].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[2].VisibilityConfig.MetricName = Lexicon-{stage}-Site-AWSManagedRulesKnownBadInputsRuleSet  full ×1
        Rules[2].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Rules[3].Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[3].OverrideAction.None = {}  full ×1
        Rules[3].Priority = 3  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.Name = AWSManagedRulesCommonRuleSet  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: CrossSiteScripting_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: EC2MetaDataSSRF_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericLFI_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: GenericRFI_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.RuleActionOverrides[] = {ActionToUse: {Count: {}}, Name: SizeRestrictions_BODY}  full ×1
        Rules[3].Statement.ManagedRuleGroupStatement.VendorName = AWS  full ×1
        Rules[3].VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        Rules[3].VisibilityConfig.MetricName = Lexicon-{stage}-Site-AWSManagedRulesCommonRuleSet  full ×1
        Rules[3].VisibilityConfig.SampledRequestsEnabled = false  full ×1
        Scope = CLOUDFRONT  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        VisibilityConfig.CloudWatchMetricsEnabled = true  full ×1
        VisibilityConfig.MetricName = Lexicon-{stage}-Site-All  full ×1
        VisibilityConfig.SampledRequestsEnabled = false  full ×1
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

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Site", """
        Mappings.AWSCloudFrontPartitionHostedZoneIdMap.aws-cn.zoneId = Z3RFFRIM2A3IF5  full ×1
        Mappings.AWSCloudFrontPartitionHostedZoneIdMap.aws.zoneId = Z2FDTNDATAQYW2  full ×1
        Outputs.DistributionId.Description = The distribution, whose metrics are watched  ×1
        Outputs.DistributionId.Export.Name = Lexicon-{stage}-Site-DistributionId  ×1
        Outputs.DistributionId.Value = ${/Edge/Distribution}  ×1
        Outputs.PagesBucketName.Description = The bucket with the pages, whose use is recorded  full ×1
        Outputs.PagesBucketName.Export.Name = Lexicon-{stage}-Site-PagesBucketName  full ×1
        Outputs.PagesBucketName.Value = ${/Pages/Bucket}  full ×1
        Outputs.SiteUrl.Description = The site  ×1
        Outputs.SiteUrl.Value = https://${/Edge/Distribution.DomainName}  dev ×1 prod ×1
        Outputs.SiteUrl.Value = https://lexicon.example.com  full ×1
        Outputs.UserPoolClientId.Description = The site as a client of the user pool  ×1
        Outputs.UserPoolClientId.Value = ${/SignIn/Client}  ×1
        """);
}
