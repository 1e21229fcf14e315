using System.Net;
using Microsoft.Extensions.Primitives;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// The viewer's headers as policies see them: those it sent, and those that CloudFront derives from the request
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html). A viewer cannot send the
/// latter itself.
/// </summary>
internal static class ViewerHeaders
{
    private const string Derived = "CloudFront-";

    /// <summary>The derived headers that have a meaning on one machine.</summary>
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "CloudFront-Forwarded-Proto", "CloudFront-Is-Android-Viewer", "CloudFront-Is-Desktop-Viewer",
        "CloudFront-Is-IOS-Viewer", "CloudFront-Is-Mobile-Viewer", "CloudFront-Is-SmartTV-Viewer",
        "CloudFront-Is-Tablet-Viewer", "CloudFront-Viewer-Address", "CloudFront-Viewer-Http-Version",
    };

    /// <summary>Whether a header is one that CloudFront derives, or tries to be.</summary>
    public static bool IsDerived(string name) => name.StartsWith(Derived, StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of a header; false when the request does not have it.</summary>
    public static bool TryGet(ViewerRequest request, string name, out StringValues values)
    {
        if (!IsDerived(name))
        {
            return request.Headers.TryGetValue(name, out values);
        }

        var derived = Derive(request, name[Derived.Length..]);
        values = derived is null ? default : new StringValues(derived);
        return derived is not null;
    }

    private static string? Derive(ViewerRequest request, string name)
    {
        var agent = request.Headers.UserAgent.ToString();
        bool Says(string word) => agent.Contains(word, StringComparison.OrdinalIgnoreCase);
        var tablet = Says("iPad") || Says("Tablet") || (Says("Android") && !Says("Mobile"));
        var mobile = !tablet && (Says("Mobile") || Says("iPhone"));
        var television = Says("SmartTV") || Says("SMART-TV") || Says("AppleTV");
        return name.ToUpperInvariant() switch
        {
            "FORWARDED-PROTO" => "http",
            "IS-ANDROID-VIEWER" => Truth(Says("Android")),
            "IS-IOS-VIEWER" => Truth(Says("iPhone") || Says("iPad")),
            "IS-TABLET-VIEWER" => Truth(tablet),
            "IS-MOBILE-VIEWER" => Truth(mobile),
            "IS-SMARTTV-VIEWER" => Truth(television),
            "IS-DESKTOP-VIEWER" => Truth(!tablet && !mobile && !television),
            "VIEWER-ADDRESS" => new IPEndPoint(request.Address, request.Port).ToString(),
            "VIEWER-HTTP-VERSION" => request.HttpVersion,
            _ => null,
        };
    }

    private static string Truth(bool value) => value ? "true" : "false";
}
