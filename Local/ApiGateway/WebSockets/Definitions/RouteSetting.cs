using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>What a stage sets for its routes.</summary>
internal sealed record RouteSetting
{
    /// <summary>How many events pass; null: not limited here.</summary>
    public Throttle? Throttle { get; init; }

    /// <summary>What is written to the execution log; null: not said here.</summary>
    public LoggingLevel? Logging { get; init; }
}
