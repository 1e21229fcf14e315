using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against the distribution, the pages and the sign-in.</summary>
internal static class EdgeSabotages
{
    private const string Distribution = "Edge/Distribution/Resource";
    private const string Config = "/Properties/DistributionConfig";
    private const string Headers = "Edge/SecurityHeaders/Policy/Resource";
    private const string Security = "/Properties/ResponseHeadersPolicyConfig/SecurityHeadersConfig";
    private const string Copier = "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource";
    private const string Client = "SignIn/Client/Resource";

    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("What one reader is answered is kept for another", "prod Site", Distribution, Set(
            $"{Config}/CacheBehaviors/0/CachePolicyId", "\"658327ea-f89d-4fab-a63d-7e88639e58f6\"")),
        new("The API takes tokens over plain HTTP", "prod Site", Distribution, Set($"{Config}/CacheBehaviors/1/ViewerProtocolPolicy", "\"allow-all\"")),
        new("Pages are served over plain HTTP", "dev Site", Distribution, Set($"{Config}/DefaultCacheBehavior/ViewerProtocolPolicy", "\"allow-all\"")),
        new("The API is asked over plain HTTP", "prod Site", Distribution, Replace($"{Config}/Origins", "https-only", "http-only")),
        new("The API is asked over TLS 1.0", "prod Site", Distribution, Replace($"{Config}/Origins", "TLSv1.2", "TLSv1")),
        new("A browser may speak TLS 1.0", "full Site", Distribution, Set($"{Config}/ViewerCertificate/MinimumProtocolVersion", "\"TLSv1\"")),
        new("The pages bucket is read without a signature", "prod Site", Distribution, Remove($"{Config}/Origins/0/OriginAccessControlId")),
        new("Requests to buckets are not always signed", "prod Site", "Edge/Reading/Resource", Set(
            "/Properties/OriginAccessControlConfig/SigningBehavior", "\"no-override\"")),
        new("Nobody writes down who asked the edge", "prod Site", Distribution, Remove($"{Config}/Logging")),
        new("The log bucket is emptied while the edge still writes into it", "dev Site", Distribution, Remove("/DependsOn")),
        new("The edge speaks HTTP/1.1", "dev Site", Distribution, Set($"{Config}/HttpVersion", "\"http1.1\"")),
        new("An error page takes the place of the API's 404", "prod Site", Distribution, Set($"{Config}/CustomErrorResponses/1/ResponsePagePath", "\"/404.html\"")),
        new("The API is not compressed", "prod Site", Distribution, Set($"{Config}/CacheBehaviors/1/Compress", "false")),
        new("The web ACL is gone from the edge", "full Site", Distribution, Remove($"{Config}/WebACLId")),
        new("Every country is answered", "full Site", Distribution, Remove($"{Config}/Restrictions")),
        new("Pages may run inline scripts", "prod Site", Headers, Replace($"{Security}/ContentSecurityPolicy", "script-src 'self'", "script-src 'self' 'unsafe-inline'")),
        new("Pages may be framed", "dev Site", Headers, Set($"{Security}/FrameOptions/FrameOption", "\"SAMEORIGIN\"")),
        new("Browsers forget that the site is HTTPS", "prod Site", Headers, Set($"{Security}/StrictTransportSecurity/AccessControlMaxAgeSec", "0")),
        new("Browsers may guess types", "prod Site", Headers, Remove($"{Security}/ContentTypeOptions")),
        new("Pages may use the camera", "prod Site", Headers, Replace("/Properties/ResponseHeadersPolicyConfig/CustomHeadersConfig", "camera=()", "camera=*")),
        new("Behaviours have no security headers", "prod Site", Distribution, Remove($"{Config}/CacheBehaviors/2/ResponseHeadersPolicyId")),
        new("Answers are kept without their query", "prod Site", "Edge/Caches/Answers/Resource", Replace("/Properties/CachePolicyConfig", "\"all\"", "\"none\"")),
        new("Anyone lists the pages", "prod Site", "Pages/Bucket/Policy/Resource", Replace(
            "/Properties/PolicyDocument/Statement", "{\"Service\":\"cloudfront.amazonaws.com\"}", "\"*\"")),
        new("The pages may be opened to anyone", "dev Site", "Pages/Bucket/Resource", Remove("/Properties/PublicAccessBlockConfiguration")),
        new("Files are kept for a day without saying so", "prod Site", "Edge/Caches/Files/Resource", Set("/Properties/CachePolicyConfig/DefaultTTL", "86400")),
        new("Answers are kept without saying so", "full Site", "Edge/Caches/Answers/Resource", Set("/Properties/CachePolicyConfig/MinTTL", "1")),
        new("An answer for one key is given to another", "full Site", "Edge/Caches/Answers/Resource", Replace("/Properties/CachePolicyConfig", ",\"x-api-key\"", "")),
        new("Errors are kept for a minute", "prod Site", Distribution, Set($"{Config}/CustomErrorResponses/0/ErrorCachingMinTTL", "60")),
        new("No content security policy", "full Site", Headers, Remove($"{Security}/ContentSecurityPolicy")),
        new("Pages may be framed by the old rule's way", "prod Site", Headers, Replace($"{Security}/ContentSecurityPolicy", "frame-ancestors 'none'", "frame-ancestors *")),
        new("HTTPS is remembered for a day", "full Site", Headers, Set($"{Security}/StrictTransportSecurity/AccessControlMaxAgeSec", "86400")),
        new("HTTPS is remembered for the one name only", "prod Site", Headers, Set($"{Security}/StrictTransportSecurity/IncludeSubdomains", "false")),
        new("An origin may take a header back", "prod Site", Headers, Set($"{Security}/FrameOptions/Override", "false")),
        new("Referrers tell the whole address", "dev Site", Headers, Set($"{Security}/ReferrerPolicy/ReferrerPolicy", "\"unsafe-url\"")),
        new("Another country is answered", "full Site", Distribution, Add($"{Config}/Restrictions/GeoRestriction/Locations", "\"XX\"")),
        new("The allowed countries are the refused ones", "full Site", Distribution, Set($"{Config}/Restrictions/GeoRestriction/RestrictionType", "\"blacklist\"")),
        new("Pages are deployed before what they refer to", "prod Site", "Deployment/Content/CustomResource-256MiB/Default", Remove("/DependsOn")),
        new("The log bucket of the site has no owner", "prod Site", "Logs/Bucket/Resource", Set("/Properties/OwnershipControls/Rules/0/ObjectOwnership", "\"ObjectWriter\"")),
        new("Another domain leads nowhere", "full Site", "Name/IPv4/Resource", Set("/Properties/AliasTarget/DNSName", "\"example.net\"")),
        new("Two web ACLs are told apart by nothing", "full Site", "Firewall/Acl", Set("/Properties/Scope", "\"REGIONAL\"")),
        new("Tokens last a day", "prod Site", Client, Set("/Properties/IdTokenValidity", "1440")),
        new("Sign-in cannot be taken back", "full Site", Client, Set("/Properties/EnableTokenRevocation", "false")),
        new("The client has a secret", "prod Site", Client, Set("/Properties/GenerateSecret", "true")),
        new("A password may be sent by API in prod", "prod Site", Client, Add("/Properties/ExplicitAuthFlows", "\"ALLOW_USER_PASSWORD_AUTH\"")),
        new("Tokens come in the address", "prod Site", Client, Set("/Properties/AllowedOAuthFlows", "[\"implicit\"]")),
        new("Sign-in returns to anywhere", "prod Site", Client, Add("/Properties/CallbackURLs", "\"https://example.net/\"")),
        new("Sign-in tells who has an account", "dev Site", Client, Set("/Properties/PreventUserExistenceErrors", "\"LEGACY\"")),
        new("Any page may read what the site answers", "prod Site", Headers, Set(
            "/Properties/ResponseHeadersPolicyConfig/CorsConfig",
            """{"AccessControlAllowCredentials":false,"AccessControlAllowHeaders":{"Items":["*"]},"AccessControlAllowMethods":{"Items":["ALL"]},"AccessControlAllowOrigins":{"Items":["*"]},"OriginOverride":true}""")),
        new("Nobody is told for how long to keep an answer", "prod Site", Headers, Set(
            "/Properties/ResponseHeadersPolicyConfig/RemoveHeadersConfig", """{"Items":[{"Header":"Cache-Control"}]}""")),
        new("Another account's function sees each request", "prod Site", Distribution, Set(
            $"{Config}/DefaultCacheBehavior/LambdaFunctionAssociations",
            """[{"EventType":"viewer-request","LambdaFunctionARN":"arn:aws:lambda:us-east-1:111122223333:function:other:1"}]""")),
        new("Another account reads each request as it comes", "prod Site", Distribution, Set(
            $"{Config}/CacheBehaviors/0/RealtimeLogConfigArn", "\"arn:aws:cloudfront::111122223333:realtime-log-config/other\"")),
        new("The site is far from half of its readers", "prod Site", Distribution, Set($"{Config}/PriceClass", "\"PriceClass_100\"")),
        new("The distribution answers nobody but testers", "prod Site", Distribution, Set($"{Config}/Staging", "true")),
        new("The edge waits a second for the API", "prod Site", Distribution, Set($"{Config}/Origins/1/CustomOriginConfig/OriginReadTimeout", "1")),
        new("Everyone has a key of the API", "full Site", Distribution, Set(
            $"{Config}/Origins/1/OriginCustomHeaders", """[{"HeaderName":"x-api-key","HeaderValue":"known"}]""")),
        new("The API is asked with the signature for a bucket", "prod Site", Distribution, Set(
            $"{Config}/Origins/1/OriginAccessControlId", """{"Fn::GetAtt":["EdgeReading29107FC5","Id"]}""")),
        new("Files are kept for each host", "prod Site", "Edge/Caches/Files/Resource", Set(
            "/Properties/CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin/HeadersConfig/Headers", """["Host"]""")),
        new("The pages are deleted after a month", "prod Site", "Pages/Bucket/Resource", Set("/Properties/LifecycleConfiguration/Rules/0/ExpirationInDays", "30")),
        new("What empties buckets runs code of another account", "prod Site", "Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler", Set(
            "/Properties/Layers", """["arn:aws:lambda:us-east-1:111122223333:layer:other:1"]""")),
        new("What copies the pages reads settings from elsewhere", "prod Site", Copier, Set("/Properties/Environment/Variables/AWS_CONFIG_FILE", "\"/tmp/config\"")),
        new("What copies the pages has one name in all stages", "prod Site", Copier, Set("/Properties/FunctionName", "\"copier\"")),
        new("The certificate is for every name", "full Site", "Name/Certificate/Resource", Set("/Properties/SubjectAlternativeNames", """["*.example.com"]""")),
        new("Tokens last sixty hours", "prod Site", Client, Set("/Properties/TokenValidityUnits/IdToken", "\"hours\"")),
    ];
}
