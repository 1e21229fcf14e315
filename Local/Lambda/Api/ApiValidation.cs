using System.Globalization;

namespace Lexicon.Local.Lambda.Api;

/// <summary>
/// <c>ValidationException</c>, which names each broken constraint of a request
/// (https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html).
/// </summary>
internal static class ApiValidation
{
    /// <summary>Throws when there is a flaw.</summary>
    /// <exception cref="LambdaServiceException"><c>ValidationException</c>, 400.</exception>
    public static void Check(IReadOnlyCollection<string> flaws)
    {
        if (flaws.Count > 0)
        {
            throw Broken([.. flaws]);
        }
    }

    /// <summary>The error for these flaws.</summary>
    public static LambdaServiceException Broken(params string[] flaws) => new(
        "ValidationException",
        400,
        $"{flaws.Length} validation error{(flaws.Length == 1 ? "" : "s")} detected: {string.Join("; ", flaws)}");

    public static string TooLong(string member, string value, int most) =>
        Flaw(member, value, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {most}"));

    public static string WrongPattern(string member, string value, string pattern) =>
        Flaw(member, value, $"Member must satisfy regular expression pattern: {pattern}");

    public static string NotOf(string member, string value, string values) =>
        Flaw(member, value, $"Member must satisfy enum value set: [{values}]");

    public static string TooSmall(string member, string value, int least) =>
        Flaw(member, value, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {least}"));

    public static string TooLarge(string member, string value, int most) =>
        Flaw(member, value, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {most}"));

    private static string Flaw(string member, string value, string constraint) =>
        $"Value '{value}' at '{member}' failed to satisfy constraint: {constraint}";
}
