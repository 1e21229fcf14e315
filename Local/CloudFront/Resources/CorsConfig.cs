namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>CorsConfig</c>.</summary>
internal sealed record CorsConfig
{
    public required bool AccessControlAllowCredentials { get; init; }

    public required Items<string> AccessControlAllowHeaders { get; init; }

    public required Items<string> AccessControlAllowMethods { get; init; }

    public required Items<string> AccessControlAllowOrigins { get; init; }

    public Items<string>? AccessControlExposeHeaders { get; init; }

    public int? AccessControlMaxAgeSec { get; init; }

    public required bool OriginOverride { get; init; }
}
