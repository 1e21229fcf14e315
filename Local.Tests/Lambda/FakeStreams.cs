using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.DynamoDb.Streams;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>A stream with shards that a test writes into.</summary>
internal sealed class FakeStreams : IStreams
{
    public const string Arn = "arn:aws:dynamodb:us-east-1:123456789012:table/Notes/stream/2026-01-01T00:00:00.000";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonObject>> _records = [];
    private readonly Dictionary<string, string?> _parents = [];
    private readonly HashSet<string> _closed = [];
    private TaskCompletionSource _written = New();
    private int _sequence;

    /// <summary>What the caller may not do.</summary>
    public HashSet<string> Denied { get; } = [];

    public Task Written
    {
        get
        {
            lock (_gate)
            {
                return _written.Task;
            }
        }
    }

    public bool IsOfTemplates(string streamArn) => streamArn == Arn;

    /// <summary>Adds a shard.</summary>
    public void Open(string shard, string? parent = null) => Change(() =>
    {
        _records[shard] = [];
        _parents[shard] = parent;
    });

    /// <summary>Nothing more will come in a shard.</summary>
    public void Close(string shard) => Change(() => _closed.Add(shard));

    /// <summary>Adds records whose key is the text, and returns their sequence numbers.</summary>
    public IReadOnlyList<string> Write(string shard, DateTimeOffset created, params string[] keys)
    {
        var written = new List<string>();
        Change(() =>
        {
            foreach (var key in keys)
            {
                var record = Read(key, (100 + _sequence++).ToString(CultureInfo.InvariantCulture), created);
                written.Add((string)record["dynamodb"]!["SequenceNumber"]!);
                _records[shard].Add(record);
            }
        });
        return written;
    }

    public Task ReadyAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Decision Authorize(Caller caller, string operation, string streamArn) =>
        new(!Denied.Contains(operation), $"{caller.Arn} may not {operation}");

    public Task<IReadOnlyList<StreamShard>?> DescribeAsync(Caller caller, string streamArn, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StreamShard>?>(
                streamArn == Arn ? [.. _records.Keys.Select(shard => new StreamShard(shard, _parents[shard]))] : null);
        }
    }

    public Task<string> IterateAsync(
        Caller caller, string streamArn, string shardId, string? after, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var from = after is null ? 0 : _records[shardId].FindIndex(record => Sequence(record) == after) + 1;
            return Task.FromResult($"{shardId} {from}");
        }
    }

    public Task<StreamPage> ReadAsync(
        Caller caller, string streamArn, string iterator, int most, CancellationToken cancellation)
    {
        var (shard, from) = iterator.Split(' ') is [var name, var place]
            ? (name, int.Parse(place, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(iterator);
        lock (_gate)
        {
            if (Denied.Contains("GetRecords"))
            {
                throw new DynamoDbException(new(400, "AccessDeniedException", $"{caller.Arn} may not GetRecords"));
            }

            var page = _records[shard].Skip(from).Take(most).Select(record => (JsonObject)record.DeepClone()).ToList();
            var isAtEnd = _closed.Contains(shard) && from + page.Count == _records[shard].Count;
            return Task.FromResult(new StreamPage(page, isAtEnd ? null : $"{shard} {from + page.Count}"));
        }
    }

    private static string Sequence(JsonObject record) => (string)record["dynamodb"]!["SequenceNumber"]!;

    // As the engine's response is read: a number of text has no type yet.
    private static JsonObject Read(string key, string sequence, DateTimeOffset created) =>
        JsonNode.Parse(Record(key, sequence, created).ToJsonString())!.AsObject();

    private static JsonObject Record(string key, string sequence, DateTimeOffset created) => new()
    {
        ["eventID"] = $"id-{sequence}",
        ["eventName"] = "INSERT",
        ["eventVersion"] = "1.1",
        ["eventSource"] = "aws:dynamodb",
        ["awsRegion"] = "us-east-1",
        ["dynamodb"] = new JsonObject
        {
            ["ApproximateCreationDateTime"] = created.ToUnixTimeSeconds(),
            ["Keys"] = new JsonObject { ["pk"] = new JsonObject { ["S"] = key } },
            ["SequenceNumber"] = sequence,
            ["SizeBytes"] = 3,
            ["StreamViewType"] = "KEYS_ONLY",
        },
    };

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action change)
    {
        TaskCompletionSource written;
        lock (_gate)
        {
            change();
            (written, _written) = (_written, New());
        }

        written.SetResult();
    }
}
