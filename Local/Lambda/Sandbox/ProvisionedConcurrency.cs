using System.Collections.Concurrent;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// How many environments of which versions are there ahead of any invocation
/// (https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html).
/// </summary>
internal sealed class ProvisionedConcurrency(IEnumerable<(FunctionVersion Version, int Environments)> wanted)
{
    private readonly ConcurrentDictionary<string, (FunctionVersion Version, int Environments)> _wanted = new(
        wanted.Select(one => KeyValuePair.Create(one.Version.Identity, one)));

    /// <summary>Of no version.</summary>
    public static ProvisionedConcurrency None { get; } = new([]);

    /// <summary>Whether a version has any.</summary>
    public bool Has(FunctionVersion version) => _wanted.ContainsKey(version.Identity);

    /// <summary>A version that has fewer than it should; null when none has.</summary>
    /// <param name="countOf">How many there are of a version, by its identity.</param>
    public FunctionVersion? Missing(Func<string, int> countOf) =>
        _wanted.FirstOrDefault(one => countOf(one.Key) < one.Value.Environments).Value.Version;

    /// <summary>Starts none of a version any more.</summary>
    public void GiveUp(FunctionVersion version) => _wanted.TryRemove(version.Identity, out _);
}
