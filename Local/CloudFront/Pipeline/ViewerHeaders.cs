using System.Globalization;
using System.Net;
using Lexicon.Local.CloudFront.Locations;
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

    /// <summary>
    /// The derived headers that have a meaning here: those of the viewer's place have one where it stands anywhere.
    /// </summary>
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "CloudFront-Forwarded-Proto", "CloudFront-Is-Android-Viewer", "CloudFront-Is-Desktop-Viewer",
        "CloudFront-Is-IOS-Viewer", "CloudFront-Is-Mobile-Viewer", "CloudFront-Is-SmartTV-Viewer",
        "CloudFront-Is-Tablet-Viewer", "CloudFront-Viewer-Address", "CloudFront-Viewer-City", "CloudFront-Viewer-Country",
        "CloudFront-Viewer-Country-Name", "CloudFront-Viewer-Country-Region", "CloudFront-Viewer-Country-Region-Name",
        "CloudFront-Viewer-Http-Version", "CloudFront-Viewer-Latitude", "CloudFront-Viewer-Longitude", "CloudFront-Viewer-Metro-Code",
        "CloudFront-Viewer-Postal-Code", "CloudFront-Viewer-Time-Zone",
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
            _ => OfPlace(request.Place, name),
        };
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html, "Headers for determining the
    // viewer's location".
    private static string? OfPlace(Place? place, string name) => name.ToUpperInvariant() switch
    {
        "VIEWER-CITY" => place?.City,
        "VIEWER-COUNTRY" => place?.Country,
        "VIEWER-COUNTRY-NAME" => place?.CountryName,
        "VIEWER-COUNTRY-REGION" => place?.Region,
        "VIEWER-COUNTRY-REGION-NAME" => place?.RegionName,
        "VIEWER-LATITUDE" => place?.Latitude.ToString("F5", CultureInfo.InvariantCulture),
        "VIEWER-LONGITUDE" => place?.Longitude.ToString("F5", CultureInfo.InvariantCulture),
        "VIEWER-METRO-CODE" => place?.MetroCode,
        "VIEWER-POSTAL-CODE" => place?.PostalCode,
        "VIEWER-TIME-ZONE" => place?.TimeZone,
        _ => null,
    };

    private static string Truth(bool value) => value ? "true" : "false";
}
