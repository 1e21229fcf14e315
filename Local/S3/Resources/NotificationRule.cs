namespace Lexicon.Local.S3.Resources;

/// <summary>How keys begin or end.</summary>
internal sealed record NotificationRule
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
