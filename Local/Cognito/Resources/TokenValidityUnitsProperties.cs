namespace Lexicon.Local.Cognito.Resources;

/// <summary>The units of the token validities: <c>seconds</c>, <c>minutes</c>, <c>hours</c> or <c>days</c>.</summary>
internal sealed record TokenValidityUnitsProperties
{
    public string AccessToken { get; init; } = "hours";

    public string IdToken { get; init; } = "hours";

    public string RefreshToken { get; init; } = "days";
}
