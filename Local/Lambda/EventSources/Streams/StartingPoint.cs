using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.EventSources.Streams;

/// <summary>
/// Where a new mapping begins: with <c>LATEST</c> after the last record of each shard, which is noted before the mapping runs, so that
/// what is written from then on is delivered even if the runner is killed before anything was.
/// </summary>
internal sealed class StartingPoint(MappingServices services)
{
    private const int LargestPage = 1000;

    /// <summary>Notes where a mapping begins, unless it has begun on an earlier start.</summary>
    public async Task NoteAsync(MappingSettings mapping, StreamPositions positions, CancellationToken cancellation)
    {
        if (positions.IsBegun)
        {
            return;
        }

        var begin = new List<(string, string?)>();
        if (mapping.StartingPosition == "LATEST")
        {
            var caller = services.PollerOf(mapping);
            foreach (var shard in await services.Streams.DescribeAsync(caller, mapping.SourceArn, cancellation) ?? [])
            {
                begin.Add((shard.Id, await LastAsync(caller, mapping.SourceArn, shard.Id, cancellation)));
            }
        }

        positions.Begin(begin);
    }

    private async Task<string?> LastAsync(Caller caller, string stream, string shard, CancellationToken cancellation)
    {
        string? last = null;
        string? iterator = await services.Streams.IterateAsync(caller, stream, shard, null, cancellation);
        while (iterator is not null)
        {
            var page = await services.Streams.ReadAsync(caller, stream, iterator, LargestPage, cancellation);
            if (page.Records.Count == 0)
            {
                return last;
            }

            last = (string?)page.Records[^1]["dynamodb"]?["SequenceNumber"];
            iterator = page.NextIterator;
        }

        return last;
    }
}
