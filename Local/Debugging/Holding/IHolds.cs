namespace Lexicon.Local.Debugging.Holding;

/// <summary>Lets a request wait at a step until somebody has looked at it: what the pipelines use.</summary>
internal interface IHolds
{
    /// <summary>Whether some request is to wait somewhere. Pipelines ask this first, since it costs nothing.</summary>
    bool IsWanted { get; }

    /// <summary>The clock for the time-outs of callers: it stands still while a request is held that they may wait for.</summary>
    TimeProvider CallerClock { get; }

    /// <summary>Names the steps of a pipeline, in their order.</summary>
    void Declare(string service, IEnumerable<string> steps);

    /// <summary>Waits here, where the request is the one that is wanted.</summary>
    /// <param name="point">Where it is, and what there is to see.</param>
    /// <param name="gone">Ends the wait when nobody waits for the request any more.</param>
    ValueTask PassAsync(HoldPoint point, CancellationToken gone);
}
