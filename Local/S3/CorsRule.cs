namespace Lexicon.Local.S3;

/// <summary>
/// One rule of a bucket's CORS configuration (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html).
/// </summary>
internal sealed record CorsRule
{
    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    public required IReadOnlyList<string> AllowedMethods { get; init; }

    public IReadOnlyList<string> AllowedHeaders { get; init; } = [];

    public IReadOnlyList<string> ExposedHeaders { get; init; } = [];

    public string? Id { get; init; }

    /// <summary>Seconds that a browser may keep the response to a preflight request.</summary>
    public int? MaxAge { get; init; }
}
