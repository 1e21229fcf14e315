using Amazon.DynamoDBv2.Model;

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

    public void Read(string action, IEnumerable<ConsumedCapacity?>? consumed)
    {
        lock (_lock)
        {
            ReadUnits += Note(action, consumed);
        }
    }

    public void Wrote(string action, IEnumerable<ConsumedCapacity?>? consumed)
    {
        lock (_lock)
        {
            WriteUnits += Note(action, consumed);
        }
    }

    public void Retried()
    {
        lock (_lock)
        {
            Retries++;
        }
    }

    private double Note(string action, IEnumerable<ConsumedCapacity?>? consumed)
    {
        var units = (consumed ?? []).Sum(one => one?.CapacityUnits ?? 0);
        _requests.Add((action, units));
        return units;
    }
}
