using System.Text.Json.Nodes;

namespace Lexicon.Local.Sns;

/// <summary>What a template declares of a topic.</summary>
/// <param name="Name">Its name.</param>
internal sealed record TopicSettings(string Name)
{
    /// <summary>The name that e-mails come from.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Whether it keeps the order of each message group.</summary>
    public bool IsFifo { get; init; }

    /// <summary>Whether the digest of its message stands for the deduplication id that a notification lacks.</summary>
    public bool DeduplicatesByContent { get; init; }

    /// <summary>How notifications are signed, if the template says so: 1 for SHA-1, 2 for SHA-256.</summary>
    public string? SignatureVersion { get; init; }

    /// <summary>The key that encrypts it on AWS.</summary>
    public string? KmsKey { get; init; }

    /// <summary>How it is traced, if the template says so.</summary>
    public string? Tracing { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The policy of the topic, if a template gives it one.</summary>
    public JsonNode? Policy { get; set; }

    /// <summary>Its ARN.</summary>
    public string Arn => Account.Arn("sns", Name);
}
