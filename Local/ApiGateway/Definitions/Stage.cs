namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>A stage: a name in the path, variables, settings and the deployment it shows.</summary>
internal sealed record Stage(string Name, string DeploymentId)
{
    /// <summary>The stage variables; an event carries null where there are none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether traces of requests are sampled.</summary>
    public bool TracingEnabled { get; init; }

    /// <summary>What the stage sets for its methods.</summary>
    public IReadOnlyList<MethodSetting> Settings { get; init; } = [];

    /// <summary>Where and how requests are logged; null: not at all.</summary>
    public AccessLog? AccessLog { get; init; }

    /// <summary>What holds for a method: the setting for it alone where that has the value, else the one for all.</summary>
    public T? Setting<T>(ApiResource resource, string httpMethod, Func<MethodSetting, T?> read) => Settings
        .Where(setting => setting.Covers(resource, httpMethod))
        .OrderByDescending(setting => setting.IsSpecific)
        .Select(read)
        .FirstOrDefault(value => value is not null);
}
