namespace Lexicon.Functions.Domain;

/// <summary>What one invocation has used of the database: for its log line. Requests may be answered at the same time.</summary>
internal sealed class Usage
{
    private readonly Lock _lock = new();
    private readonly List<(string Action, double Units)> _requests = [];

    public double ReadUnits { get; private set; }

    public double WriteUnits { get; private set; }

    /// <summary>How often something had to be sent again.</summary>
    public int Retries { get; private set; }

    /// <summary>Each request that was answered, with the units that it consumed.</summary>
    public IReadOnlyList<(string Action, double Units)> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public void Read(string action, double units)
    {
        lock (_lock)
        {
            ReadUnits += Note(action, units);
        }
    }

    public void Wrote(string action, double units)
    {
        lock (_lock)
        {
            WriteUnits += Note(action, units);
        }
    }

    public void Retried()
    {
        lock (_lock)
        {
            Retries++;
        }
    }

    private double Note(string action, double units)
    {
        _requests.Add((action, units));
        return units;
    }
}
