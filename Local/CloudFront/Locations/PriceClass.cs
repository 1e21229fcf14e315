namespace Lexicon.Local.CloudFront.Locations;

/// <summary>
/// Which edge locations serve a distribution (https://aws.amazon.com/cloudfront/pricing/, "Price classes"), the narrowest first.
/// </summary>
internal enum PriceClass
{
    /// <summary><c>PriceClass_100</c>: North America, Europe, Israel.</summary>
    Narrow,

    /// <summary><c>PriceClass_200</c>: in addition Africa, the Middle East, India and most of Asia.</summary>
    Wide,

    /// <summary><c>PriceClass_All</c>: everywhere.</summary>
    All,
}
