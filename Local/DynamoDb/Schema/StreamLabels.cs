using System.Collections.Concurrent;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>The labels that the engine gave to the streams of the templates' tables.</summary>
internal sealed class StreamLabels
{
    private readonly ConcurrentDictionary<string, string> _labels = new();

    /// <summary>Notes the label of a table's stream, or that it has none.</summary>
    public void Set(string table, string? label)
    {
        if (label is null)
        {
            _labels.TryRemove(table, out _);
        }
        else
        {
            _labels[table] = label;
        }
    }

    /// <summary>The engine's label for a label of ours.</summary>
    public string ToEngine(string table, string label) =>
        label == TableNames.StreamLabel && _labels.TryGetValue(table, out var known) ? known : label;

    /// <summary>Our label for one of the engine's.</summary>
    public string ToPublic(string table, string label) =>
        _labels.TryGetValue(table, out var known) && known == label ? TableNames.StreamLabel : label;
}
