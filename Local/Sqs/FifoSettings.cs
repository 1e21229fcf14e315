namespace Lexicon.Local.Sqs;

/// <summary>What a template declares of a FIFO queue besides what every queue has.</summary>
/// <param name="DeduplicatesByContent">Whether the digest of its body stands for the deduplication id that a message lacks.</param>
/// <param name="Scope">Within what ids are unique: <c>queue</c> or <c>messageGroup</c>.</param>
/// <param name="ThroughputLimit">For what AWS limits the throughput; nothing does here.</param>
internal sealed record FifoSettings(bool DeduplicatesByContent, string Scope, string ThroughputLimit);
