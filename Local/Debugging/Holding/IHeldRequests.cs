using System.Text.Json.Nodes;

namespace Lexicon.Local.Debugging.Holding;

/// <summary>The requests that wait, for whoever looks at them.</summary>
internal interface IHeldRequests
{
    /// <summary>What there is to know now.</summary>
    /// <returns>
    /// <c>{"version", "steps": [{"service", "step"}], "wanted"?: {"service", "step", "filter"}, "held": [{"number", "trace"?, "service",
    /// "step", "what", "since", "until", "before"?: {"service", "step", "state"}, "state"}]}</c>
    /// </returns>
    JsonObject Describe();

    /// <summary>The same, once it is another version. While somebody waits here, somebody looks.</summary>
    /// <param name="known">The version that the caller has.</param>
    /// <param name="gone">Ends when the caller goes away.</param>
    Task<JsonObject> WatchAsync(long known, CancellationToken gone);

    /// <summary>Lets the next such request wait; another wish takes the place of the one before.</summary>
    /// <returns>False: there is no such step.</returns>
    bool Want(HoldWish wish);

    /// <summary>Lets no further request wait.</summary>
    void Forget();

    /// <summary>Lets a request go on.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="isToStopAgain">Whether it is to wait again at the next step that it comes to, of whichever pipeline.</param>
    /// <returns>False: it does not wait any more.</returns>
    bool Release(long number, bool isToStopAgain);

    /// <summary>Lets all go on, and no further one wait.</summary>
    void ReleaseAll();
}
