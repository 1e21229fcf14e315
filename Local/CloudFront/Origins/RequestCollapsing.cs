using System.Collections.Concurrent;
using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Pipeline;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Concurrent requests for one key pause until the first one has its response, and get the same
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Simultaneous
/// requests for the same object"). If that is not cacheable, each asks the origin itself; where cookies reach the origin, each does
/// from the beginning.
/// </summary>
internal sealed class RequestCollapsing(TimeProvider time)
{
    // The pause is brief: a first viewer who reads slowly must not hold up the others.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Task<CacheEntry?>> _underWay = new(StringComparer.Ordinal);

    /// <summary>Fetches, or waits for the same fetch of another request.</summary>
    public async Task<EdgeResponse> RunAsync(EdgeExchange exchange, Func<Task<OriginFetch.Result>> fetch)
    {
        if (exchange.Behavior!.ForwardsCookies)
        {
            return (await fetch()).Response;
        }

        var key = exchange.Lookup!.Key;
        var mine = new TaskCompletionSource<CacheEntry?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _underWay.GetOrAdd(key, mine.Task);
        return first == mine.Task
            ? await LeadAsync(key, mine, fetch)
            : await ResultOfAsync(first, exchange.Request.Aborted) is { } shared
                ? EdgeResponse.From(shared, EdgeResponse.Hit, time.GetUtcNow())
                : (await fetch()).Response;
    }

    /// <summary>Fetches in the background, unless that is under way already.</summary>
    public void Refresh(string key, Func<Task<OriginFetch.Result>> fetch)
    {
        var mine = new TaskCompletionSource<CacheEntry?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_underWay.TryAdd(key, mine.Task))
        {
            _ = Task.Run(() => RefreshAsync(key, mine, fetch));
        }
    }

    private async Task RefreshAsync(string key, TaskCompletionSource<CacheEntry?> mine, Func<Task<OriginFetch.Result>> fetch)
    {
        try
        {
            using var response = await LeadAsync(key, mine, fetch);
            await (response.Body?.CopyToAsync(Stream.Null) ?? Task.CompletedTask);
        }
        catch (Exception failure) when (failure is OriginException or IOException or HttpRequestException)
        {
            // The next request that finds the object stale tries again.
        }
    }

    private async Task<EdgeResponse> LeadAsync(string key, TaskCompletionSource<CacheEntry?> mine, Func<Task<OriginFetch.Result>> fetch)
    {
        try
        {
            var fetched = await fetch();
            _ = fetched.Kept.ContinueWith(kept => End(key, mine, kept.Result), TaskScheduler.Default);
            return fetched.Response;
        }
        catch
        {
            End(key, mine, null);
            throw;
        }
    }

    private void End(string key, TaskCompletionSource<CacheEntry?> mine, CacheEntry? kept)
    {
        _underWay.TryRemove(key, out _);
        mine.SetResult(kept);
    }

    private async Task<CacheEntry?> ResultOfAsync(Task<CacheEntry?> first, CancellationToken aborted)
    {
        try
        {
            return await first.WaitAsync(Pause, time, aborted);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
