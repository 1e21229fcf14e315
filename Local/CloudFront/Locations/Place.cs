namespace Lexicon.Local.CloudFront.Locations;

/// <summary>A place on earth, by the code of its airport, as CloudFront names its edge locations.</summary>
internal sealed record Place
{
    /// <summary>The airport, such as <c>FRA</c>.</summary>
    public required string Code { get; init; }

    public required string City { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required string CountryName { get; init; }

    /// <summary>ISO 3166-2, without the country.</summary>
    public required string Region { get; init; }

    public required string RegionName { get; init; }

    /// <summary>Of the IANA time zone database.</summary>
    public required string TimeZone { get; init; }

    public required string PostalCode { get; init; }

    /// <summary>The metropolitan area, in the United States alone.</summary>
    public string? MetroCode { get; init; }

    /// <summary>In degrees, north is positive.</summary>
    public required double Latitude { get; init; }

    /// <summary>In degrees, east is positive.</summary>
    public required double Longitude { get; init; }
}
