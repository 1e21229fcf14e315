namespace Lexicon.Infra;

/// <summary>The folders that a stage deploys. They come from outside, so that tests synthesize without a publish.</summary>
internal sealed record StageAssets
{
    /// <summary>The published functions: one executable for all operations.</summary>
    public required string Functions { get; init; }

    /// <summary>The static pages.</summary>
    public required string Site { get; init; }
}
