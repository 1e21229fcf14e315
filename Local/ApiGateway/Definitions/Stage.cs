namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>A stage: a name in the path, variables, settings and the deployment it shows.</summary>
internal sealed record Stage(string Name, string DeploymentId)
{
    /// <summary>The stage variables; an event carries null where there are none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether traces of requests are sampled.</summary>
    public bool TracingEnabled { get; init; }

    /// <summary>How many requests pass.</summary>
    public IReadOnlyList<MethodThrottle> Throttles { get; init; } = [];

    /// <summary>Where and how requests are logged; null: not at all.</summary>
    public AccessLog? AccessLog { get; init; }
}
