using System.Collections.Concurrent;
using Lexicon.Local.Lambda.Asynchronous;

namespace Lexicon.Local.Lambda.Definitions;

/// <summary>A function with its versions, aliases, resource policies and the count of what runs now.</summary>
internal sealed class Function
{
    private readonly ConcurrentDictionary<string, FunctionVersion> _versions = [];
    private readonly ConcurrentDictionary<string, FunctionAlias> _aliases = [];
    private readonly ConcurrentDictionary<string, FunctionPolicy> _policies = [];
    private readonly ConcurrentDictionary<string, EventSettings> _events = [];
    private readonly ConcurrentDictionary<string, int> _provisioned = [];
    private PackageFacts? _package;
    private int _running;

    public Function(FunctionConfiguration configuration)
    {
        Configuration = configuration;
        _versions[FunctionVersion.Latest] = new FunctionVersion(this, FunctionVersion.Latest, configuration.Description);
    }

    public FunctionConfiguration Configuration { get; }

    /// <summary>What is known of its deployment package.</summary>
    public PackageFacts Package => _package ??= PackageFacts.Read(Configuration.Code);

    /// <summary>Publishes the next version.</summary>
    public FunctionVersion Publish(string? description)
    {
        var published = new FunctionVersion(
            this, _versions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), description ?? Configuration.Description);
        _versions[published.Version] = published;
        return published;
    }

    /// <summary>Points an alias to versions that are there.</summary>
    public void Alias(string name, FunctionAlias alias) => _aliases[name] = alias;

    /// <summary>Whether an alias of this name points somewhere.</summary>
    public bool HasAlias(string name) => _aliases.ContainsKey(name);

    /// <summary><c>$LATEST</c> and every published version.</summary>
    public IEnumerable<FunctionVersion> Versions => _versions.Values;

    /// <summary>The version with this number, or <c>$LATEST</c>; null when it is not there.</summary>
    public FunctionVersion? Version(string version) => _versions.GetValueOrDefault(version);

    /// <summary>What a version, an alias or nothing leads to; null when it is not there.</summary>
    public FunctionVersion? Find(string? qualifier) =>
        Version(qualifier is null ? FunctionVersion.Latest : _aliases.GetValueOrDefault(qualifier)?.Version ?? qualifier);

    /// <summary>As <see cref="Find"/>, for one invocation: an alias with several versions leads to one of them by chance.</summary>
    public FunctionVersion? Route(string? qualifier, double draw) =>
        qualifier is not null && _aliases.TryGetValue(qualifier, out var alias) ? Version(alias.Pick(draw)) : Find(qualifier);

    /// <summary>The resource policy of the function, or of one of its versions or aliases.</summary>
    public FunctionPolicy Policy(string? qualifier) => _policies.GetOrAdd(qualifier ?? "", static _ => new FunctionPolicy());

    /// <summary>How events are tried that are for a version, an alias or the function itself.</summary>
    public EventSettings Events(string? qualifier) => _events.GetValueOrDefault(qualifier ?? "", EventSettings.Default);

    /// <summary>Sets how events are tried.</summary>
    public void SetEvents(string? qualifier, EventSettings settings) => _events[qualifier ?? ""] = settings;

    /// <summary>The versions of which environments are there ahead of any invocation, and how many.</summary>
    public IEnumerable<(FunctionVersion Version, int Environments)> Provisioned =>
        _provisioned.Select(one => (_versions[one.Key], one.Value));

    /// <summary>Has environments of a version there ahead of any invocation.</summary>
    public void Provision(string version, int environments) => _provisioned[version] = environments;

    /// <summary>Counts an invocation in, unless the reserved concurrency is used up.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _running) <= (Configuration.ReservedConcurrency ?? int.MaxValue))
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Counts an invocation out.</summary>
    public void Leave() => Interlocked.Decrement(ref _running);
}
