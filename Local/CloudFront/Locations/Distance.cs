namespace Lexicon.Local.CloudFront.Locations;

/// <summary>
/// How far two places are from each other, and how long a request takes there and its response back: light in glass covers 200 km in
/// a millisecond, and cables are half as long again as the great circle, as a rule of thumb.
/// </summary>
internal static class Distance
{
    private const double EarthRadius = 6371;
    private const double KilometersPerMillisecond = 200;
    private const double Detour = 1.5;

    /// <summary>Along the great circle, in kilometers (https://en.wikipedia.org/wiki/Haversine_formula).</summary>
    public static double Kilometers(Place from, Place to)
    {
        var (a, b) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var east = double.DegreesToRadians(to.Longitude - from.Longitude);
        var half = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>There and back.</summary>
    public static TimeSpan RoundTrip(Place from, Place to) =>
        TimeSpan.FromMilliseconds(2 * Kilometers(from, to) * Detour / KilometersPerMillisecond);
}
