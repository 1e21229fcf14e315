using System.Text.RegularExpressions;

namespace Lexicon.Infra;

/// <summary>Countries by their ISO 3166-1 alpha-2 codes, as CloudFront's geographic restrictions take them.</summary>
internal static partial class Countries
{
    /// <summary>The only countries that the site answers: <c>allowedCountries</c>.</summary>
    /// <exception cref="RefusedContextException">One is no such code.</exception>
    public static IReadOnlyList<string> Read(Context context)
    {
        var countries = context.List("allowedCountries");
        return countries.FirstOrDefault(country => !Code().IsMatch(country)) is { } unknown
            ? throw new RefusedContextException($"Context allowedCountries names '{unknown}'; a country is two capital letters, such as SE.")
            : countries;
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Code();
}
