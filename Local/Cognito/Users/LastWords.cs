namespace Lexicon.Local.Cognito.Users;

/// <summary>The last lines that a process said, for the message about its end.</summary>
internal sealed class LastWords
{
    private readonly Queue<string> _lines = new();

    /// <summary>Remembers a line; null, which is the end of what is said, counts as none.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line.Trim());
            if (_lines.Count > 3)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            return _lines.Count == 0 ? "it said nothing" : string.Join(" | ", _lines);
        }
    }
}
