using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Constructs;

namespace Lexicon.Infra.Site;

/// <summary>
/// The headers that tell a browser what the pages may do: load from their own origin, no inline code, no framing, and talk to
/// nobody but the API, the WebSocket API, the two origins of OpenID Connect, the identity pools and the bucket that images are uploaded
/// to. See
/// https://www.w3.org/TR/CSP3/.
/// </summary>
internal sealed class SecurityHeaders : Construct
{
    public SecurityHeaders(Construct scope, string id, EdgeProps props)
        : base(scope, id)
    {
        Policy = new ResponseHeadersPolicy(this, "Policy", new ResponseHeadersPolicyProps
        {
            ResponseHeadersPolicyName = props.Name,
            Comment = "Lexicon: what browsers may do with the pages",

            // Every response says how it came about, and the pages say so to their readers: what X-Cache and X-Amz-Cf-Pop say anyway,
            // and how long each part took.
            ServerTimingSamplingRate = 100,
            SecurityHeadersBehavior = new ResponseSecurityHeadersBehavior
            {
                ContentSecurityPolicy = new ResponseHeadersContentSecurityPolicy
                {
                    ContentSecurityPolicy = string.Join("; ", Directives(props)),
                    Override = true,
                },
                ContentTypeOptions = new ResponseHeadersContentTypeOptions { Override = true },
                FrameOptions = new ResponseHeadersFrameOptions { FrameOption = HeadersFrameOption.DENY, Override = true },
                ReferrerPolicy = new ResponseHeadersReferrerPolicy
                {
                    ReferrerPolicy = HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
                    Override = true,
                },
                StrictTransportSecurity = new ResponseHeadersStrictTransportSecurity
                {
                    AccessControlMaxAge = Duration.Days(365),
                    IncludeSubdomains = true,
                    Override = true,
                },
            },
            CustomHeadersBehavior = new ResponseCustomHeadersBehavior
            {
                CustomHeaders =
                [
                    new ResponseCustomHeader
                    {
                        Header = "Permissions-Policy",
                        Value = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                        Override = true,
                    },
                    new ResponseCustomHeader { Header = "Cross-Origin-Opener-Policy", Value = "same-origin", Override = true },
                    new ResponseCustomHeader { Header = "Cross-Origin-Resource-Policy", Value = "same-origin", Override = true },
                ],
            },
        });
    }

    public ResponseHeadersPolicy Policy { get; }

    private static IEnumerable<string> Directives(EdgeProps props) =>
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",

        // What a reader has chosen for an upload is shown from memory.
        "img-src 'self' blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        $"connect-src 'self' {OriginOf(props.Issuer)} {props.SignInOrigin} {OriginOf(props.LiveAddress)} "
            + $"{props.IdentityAddress} {Uploads(props)}",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",

        // No text ever becomes markup or code: https://www.w3.org/TR/trusted-types/.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ];

    // One bucket, and nobody else's; the slash at the end is that of the form's address: https://www.w3.org/TR/CSP3/#match-paths.
    private static string Uploads(EdgeProps props) => $"https://s3.{props.Region}.amazonaws.com/{props.ImagesBucketName}/";

    // "https://host/path" is known to a deployment alone: its first and third parts between slashes are the origin.
    private static string OriginOf(string url)
    {
        var parts = Fn.Split("/", url);
        return $"{Fn.Select(0, parts)}//{Fn.Select(2, parts)}";
    }
}
