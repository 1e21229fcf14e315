using System.Collections.Concurrent;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>Reports what functions tried to reach and did not: in the log each time, at the terminal once.</summary>
/// <param name="warn">Takes a line for the person at the terminal.</param>
internal sealed class NetworkRefusals(Action<string> warn)
{
    private readonly ConcurrentDictionary<(string Function, string Host), bool> _told = new();

    /// <summary>What takes the names that one function asks for.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="log">Takes a line of its log.</param>
    public Action<string> Of(string function, Action<string> log) => host =>
    {
        var line = $"{function} tried to reach {host}; calls out of this runner are not allowed; "
            + "start it with --allow-egress to allow them";
        log(line);
        if (_told.TryAdd((function, host), true))
        {
            warn(line);
        }
    };
}
