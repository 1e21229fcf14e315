using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>AWS::CloudFront::ResponseHeadersPolicy</c>.</summary>
internal sealed class ResponseHeadersPolicyType(CloudFrontPolicies policies, Endpoints endpoints)
    : ResourceType<ResponseHeadersPolicyProperties>(
        "AWS::CloudFront::ResponseHeadersPolicy", "headers that the edge adds to and takes from responses")
{
    private const string S3 = $"https://s3.{Account.Region}.amazonaws.com";

    protected override ProvisionedResource Provision(TemplateResource resource, ResponseHeadersPolicyProperties properties)
    {
        var config = properties.ResponseHeadersPolicyConfig;
        var id = PolicyReader.IdFor(resource);
        policies.Add(id, new ResponseHeadersPolicy
        {
            Removed = [.. config.RemoveHeadersConfig?.List.Select(header => header.Header) ?? []],
            Added =
            [
                .. config.SecurityHeadersConfig is { } security ? SecurityHeaders(security, endpoints) : [],
                .. config.CustomHeadersConfig?.List
                    .Select(header => new ResponseHeadersPolicy.Header(header.Header, header.Value, header.Override)) ?? [],
            ],
            Cors = config.CorsConfig is { } cors ? Cors(cors) : null,
            ServerTimingRate = config.ServerTimingHeadersConfig is { Enabled: true, SamplingRate: var rate } ? Rate(resource, rate) : null,
        });
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }

    private static double Rate(TemplateResource resource, double rate) => rate is >= 0 and <= 100
        ? rate
        : throw resource.Invalid(
            "ResponseHeadersPolicyConfig.ServerTimingHeadersConfig.SamplingRate", "it must be a number from 0 to 100");

    private static IEnumerable<ResponseHeadersPolicy.Header> SecurityHeaders(
        ResponseHeadersPolicyProperties.SecurityHeadersConfig config, Endpoints endpoints)
    {
        if (config.ContentSecurityPolicy is { } content)
        {
            // A page that may talk to S3 on AWS may talk to the endpoint that takes its place.
            var here = endpoints.Aws.GetLeftPart(UriPartial.Authority);
            yield return new(
                "Content-Security-Policy",
                content.ContentSecurityPolicy.Replace(S3, here, StringComparison.Ordinal),
                content.Override);
        }

        if (config.ContentTypeOptions is { } type)
        {
            yield return new("X-Content-Type-Options", "nosniff", type.Override);
        }

        if (config.FrameOptions is { } frame)
        {
            yield return new("X-Frame-Options", frame.FrameOption, frame.Override);
        }

        if (config.ReferrerPolicy is { } referrer)
        {
            yield return new("Referrer-Policy", referrer.ReferrerPolicy, referrer.Override);
        }

        if (config.StrictTransportSecurity is { } transport)
        {
            var subdomains = transport.IncludeSubdomains ? "; includeSubDomains" : "";
            var preload = transport.Preload ? "; preload" : "";
            yield return new(
                "Strict-Transport-Security", $"max-age={transport.AccessControlMaxAgeSec}{subdomains}{preload}", transport.Override);
        }

        if (config.XSSProtection is { } xss)
        {
            var mode = xss.ModeBlock ? "; mode=block" : "";
            var report = xss.ReportUri is null ? "" : $"; report={xss.ReportUri}";
            yield return new("X-XSS-Protection", xss.Protection ? $"1{mode}{report}" : "0", xss.Override);
        }
    }

    private static ResponseHeadersPolicy.CorsPolicy Cors(ResponseHeadersPolicyProperties.CorsConfig config) => new()
    {
        Origins = config.AccessControlAllowOrigins.List,
        Methods = config.AccessControlAllowMethods.List.Contains("ALL")
            ? ["GET", "DELETE", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
            : config.AccessControlAllowMethods.List,
        Headers = config.AccessControlAllowHeaders.List,
        ExposedHeaders = config.AccessControlExposeHeaders?.List ?? [],
        Credentials = config.AccessControlAllowCredentials,
        MaxAge = config.AccessControlMaxAgeSec,
        Override = config.OriginOverride,
    };
}
