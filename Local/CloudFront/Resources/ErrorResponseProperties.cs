namespace Lexicon.Local.CloudFront.Resources;

/// <summary>One of <c>CustomErrorResponses</c>.</summary>
internal sealed record ErrorResponseProperties
{
    public required int ErrorCode { get; init; }

    public int? ResponseCode { get; init; }

    public string? ResponsePagePath { get; init; }

    public double ErrorCachingMinTTL { get; init; } = 10;
}
