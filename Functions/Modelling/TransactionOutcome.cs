using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>What became of a transaction: all of it is done, or conditions failed and nothing is.</summary>
/// <param name="writes">The writes.</param>
/// <param name="reasons">Why it was refused, a reason for each write; null when it is done.</param>
internal sealed class TransactionOutcome(IReadOnlyList<TransactWriteItem> writes, IReadOnlyList<CancellationReason>? reasons)
{
    public bool IsDone => reasons is null;

    /// <summary>Whether the condition of this write failed, and the item that it failed on; empty where there was none.</summary>
    public bool Refuses(TransactWriteItem? write, [NotNullWhen(true)] out Item? existing)
    {
        existing = null;
        for (var at = 0; at < writes.Count && reasons is not null; at++)
        {
            if (ReferenceEquals(writes[at], write) && reasons[at].Code is "ConditionalCheckFailed")
            {
                existing = reasons[at].Item ?? [];
            }
        }

        return existing is not null;
    }
}
