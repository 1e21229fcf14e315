namespace Lexicon.Local.Debugging.Holding;

/// <summary>Lets a request wait at a step until somebody has looked at it, as the pipelines meet it.</summary>
internal interface IHolds
{
    /// <summary>Whether a request may have to wait somewhere. Asked before anything else: it costs nothing.</summary>
    bool IsWanted { get; }

    /// <summary>The clock of who waits for others, and may wait for a request that is held: it stands still meanwhile.</summary>
    TimeProvider CallerClock { get; }

    /// <summary>Names the steps of a pipeline, in their order.</summary>
    void Declare(string service, IEnumerable<string> steps);

    /// <summary>Waits here, where the request is the one that is wanted.</summary>
    /// <param name="point">Where it is, and what there is to see.</param>
    /// <param name="gone">Ends the wait when nobody waits for the request any more.</param>
    ValueTask PassAsync(HoldPoint point, CancellationToken gone);
}
