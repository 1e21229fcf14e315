using System.Text.Json.Nodes;

namespace Lexicon.Local.Debugging.Holding;

/// <summary>The requests that wait, for whoever looks at them.</summary>
internal interface IHeldRequests
{
    /// <summary>What there is to know now.</summary>
    /// <returns>
    /// <c>{"version", "steps": [{"service", "step"}], "wanted"?: {"service", "step", "filter"}, "missed"?, "held": [{"number", "trace"?,
    /// "service", "step", "what", "since", "until", "before"?: {"service", "step", "state"}, "state"}]}</c>, where <c>missed</c> says in a
    /// sentence why a request that should have waited did not.
    /// </returns>
    JsonObject Describe();

    /// <summary>The same, as soon as the version is another one. Who waits here counts as looking.</summary>
    /// <param name="known">The version that the caller has.</param>
    /// <param name="gone">Ends when the caller goes away.</param>
    Task<JsonObject> WatchAsync(long known, CancellationToken gone);

    /// <summary>Lets the next such request wait. There is one wish at a time: this one replaces the one before.</summary>
    /// <returns>False: there is no such step.</returns>
    bool Want(HoldWish wish);

    /// <summary>Lets no further request wait.</summary>
    void Forget();

    /// <summary>Lets a request continue.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="isToStopAgain">Whether it is to wait again at the next step that it comes to, of whichever pipeline.</param>
    /// <returns>False: it no longer waits.</returns>
    bool Release(long number, bool isToStopAgain);

    /// <summary>Lets all continue, and no further one wait.</summary>
    void ReleaseAll();
}
