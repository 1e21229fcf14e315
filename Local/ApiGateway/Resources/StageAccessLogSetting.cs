namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The property <c>AccessLogSetting</c> of a stage.</summary>
internal sealed record StageAccessLogSetting
{
    public string? DestinationArn { get; init; }

    public string? Format { get; init; }
}
