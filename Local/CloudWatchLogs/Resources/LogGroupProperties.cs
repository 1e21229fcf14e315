using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudWatchLogs.Resources;

/// <summary>What is honored of <c>AWS::Logs::LogGroup</c>.</summary>
internal sealed record LogGroupProperties
{
    public string? LogGroupName { get; init; }

    public int? RetentionInDays { get; init; }

    [Ignored("the files lie on this machine's disk, encrypted or not as that is")]
    public string? KmsKeyId { get; init; }

    [Ignored("the class decides about prices and queries, not about what is kept")]
    public string? LogGroupClass { get; init; }

    [Ignored("tags sort a bill")]
    public JsonNode? Tags { get; init; }
}
