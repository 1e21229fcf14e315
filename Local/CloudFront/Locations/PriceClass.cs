namespace Lexicon.Local.CloudFront.Locations;

/// <summary>
/// Which edge locations serve a distribution (https://aws.amazon.com/cloudfront/pricing/, "Price classes"), the narrowest first.
/// </summary>
internal enum PriceClass
{
    /// <summary>North America, Europe, Israel.</summary>
    PriceClass_100,

    /// <summary>In addition South Africa, Kenya, the Middle East, Japan, Singapore, South Korea, Taiwan, Hong Kong, India.</summary>
    PriceClass_200,

    /// <summary>Everywhere.</summary>
    PriceClass_All,
}
