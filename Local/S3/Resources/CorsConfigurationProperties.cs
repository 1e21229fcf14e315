namespace Lexicon.Local.S3.Resources;

/// <summary><c>CorsConfiguration</c>.</summary>
internal sealed record CorsConfigurationProperties
{
    public required IReadOnlyList<CorsRule> CorsRules { get; init; }
}
