namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Site</c> says of CloudFront and of the names that lead there, all of it.</summary>
public sealed class SiteStackEdgeTests
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
    public void DnsRecords_AreExactlyThese() => Exactly.This("Site", "AWS::Route53::RecordSet", """
        AliasTarget.DNSName = ${/Edge/Distribution.DomainName}  full ×2
        AliasTarget.HostedZoneId = {Fn::FindInMap: AWSCloudFrontPartitionHostedZoneIdMap, ${AWS::Partition}, zoneId}  full ×2
        HostedZoneId = Z0123456789ABCDEFGHIJ  full ×2
        Name = lexicon.example.com.  full ×2
        Type = A  full ×1
        Type = AAAA  full ×1
        """);
}
