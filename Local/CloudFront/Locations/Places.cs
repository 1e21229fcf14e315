namespace Lexicon.Local.CloudFront.Locations;

/// <summary>
/// The places that a visitor can stand at: cities that AWS lists among its edge locations
/// (https://aws.amazon.com/cloudfront/features/, "Global Edge Network"), a few for each continent. The coordinates are those of the
/// cities.
/// </summary>
internal static class Places
{
    public static Place Dublin { get; } = new()
    {
        Code = "DUB",
        City = "Dublin",
        Country = "IE",
        CountryName = "Ireland",
        Region = "L",
        RegionName = "Leinster",
        TimeZone = "Europe/Dublin",
        PostalCode = "D02",
        Latitude = 53.3498,
        Longitude = -6.2603,
    };

    public static Place London { get; } = new()
    {
        Code = "LHR",
        City = "London",
        Country = "GB",
        CountryName = "United Kingdom",
        Region = "ENG",
        RegionName = "England",
        TimeZone = "Europe/London",
        PostalCode = "EC1A",
        Latitude = 51.5074,
        Longitude = -0.1278,
    };

    public static Place Frankfurt { get; } = new()
    {
        Code = "FRA",
        City = "Frankfurt am Main",
        Country = "DE",
        CountryName = "Germany",
        Region = "HE",
        RegionName = "Hesse",
        TimeZone = "Europe/Berlin",
        PostalCode = "60311",
        Latitude = 50.1109,
        Longitude = 8.6821,
    };

    public static Place Stockholm { get; } = new()
    {
        Code = "ARN",
        City = "Stockholm",
        Country = "SE",
        CountryName = "Sweden",
        Region = "AB",
        RegionName = "Stockholm County",
        TimeZone = "Europe/Stockholm",
        PostalCode = "111 20",
        Latitude = 59.3293,
        Longitude = 18.0686,
    };

    public static Place Ashburn { get; } = new()
    {
        Code = "IAD",
        City = "Ashburn",
        Country = "US",
        CountryName = "United States",
        Region = "VA",
        RegionName = "Virginia",
        TimeZone = "America/New_York",
        PostalCode = "20147",
        MetroCode = "511",
        Latitude = 39.0438,
        Longitude = -77.4874,
    };

    public static Place Seattle { get; } = new()
    {
        Code = "SEA",
        City = "Seattle",
        Country = "US",
        CountryName = "United States",
        Region = "WA",
        RegionName = "Washington",
        TimeZone = "America/Los_Angeles",
        PostalCode = "98101",
        MetroCode = "819",
        Latitude = 47.6062,
        Longitude = -122.3321,
    };

    public static Place SaoPaulo { get; } = new()
    {
        Code = "GRU",
        City = "Sao Paulo",
        Country = "BR",
        CountryName = "Brazil",
        Region = "SP",
        RegionName = "Sao Paulo",
        TimeZone = "America/Sao_Paulo",
        PostalCode = "01000",
        Latitude = -23.5505,
        Longitude = -46.6333,
    };

    public static Place Johannesburg { get; } = new()
    {
        Code = "JNB",
        City = "Johannesburg",
        Country = "ZA",
        CountryName = "South Africa",
        Region = "GP",
        RegionName = "Gauteng",
        TimeZone = "Africa/Johannesburg",
        PostalCode = "2000",
        Latitude = -26.2041,
        Longitude = 28.0473,
    };

    public static Place Dubai { get; } = new()
    {
        Code = "DXB",
        City = "Dubai",
        Country = "AE",
        CountryName = "United Arab Emirates",
        Region = "DU",
        RegionName = "Dubai",
        TimeZone = "Asia/Dubai",
        PostalCode = "00000",
        Latitude = 25.2048,
        Longitude = 55.2708,
    };

    public static Place Mumbai { get; } = new()
    {
        Code = "BOM",
        City = "Mumbai",
        Country = "IN",
        CountryName = "India",
        Region = "MH",
        RegionName = "Maharashtra",
        TimeZone = "Asia/Kolkata",
        PostalCode = "400001",
        Latitude = 19.0760,
        Longitude = 72.8777,
    };

    public static Place Singapore { get; } = new()
    {
        Code = "SIN",
        City = "Singapore",
        Country = "SG",
        CountryName = "Singapore",
        Region = "01",
        RegionName = "Central Singapore",
        TimeZone = "Asia/Singapore",
        PostalCode = "018956",
        Latitude = 1.3521,
        Longitude = 103.8198,
    };

    public static Place Tokyo { get; } = new()
    {
        Code = "NRT",
        City = "Tokyo",
        Country = "JP",
        CountryName = "Japan",
        Region = "13",
        RegionName = "Tokyo",
        TimeZone = "Asia/Tokyo",
        PostalCode = "100-0001",
        Latitude = 35.6762,
        Longitude = 139.6503,
    };

    public static Place Sydney { get; } = new()
    {
        Code = "SYD",
        City = "Sydney",
        Country = "AU",
        CountryName = "Australia",
        Region = "NSW",
        RegionName = "New South Wales",
        TimeZone = "Australia/Sydney",
        PostalCode = "2000",
        Latitude = -33.8688,
        Longitude = 151.2093,
    };

    /// <summary>Every place, from west to east.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        Seattle, Ashburn, SaoPaulo, Dublin, London, Frankfurt, Stockholm, Johannesburg, Dubai, Mumbai, Singapore, Tokyo, Sydney,
    ];

    private static readonly Dictionary<string, Place> ByCode = All.ToDictionary(place => place.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The place with this code, or null.</summary>
    public static Place? Find(string code) => ByCode.GetValueOrDefault(code);
}
