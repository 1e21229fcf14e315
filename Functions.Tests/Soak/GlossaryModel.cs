using System.Collections.Concurrent;

namespace Lexicon.Functions.Tests.Soak;

/// <summary>
/// What a glossary must be after all that its writers were answered. Every version of an item may be given out once: two writers
/// who were both told that they wrote version 7 would be a lost update.
/// </summary>
internal sealed class GlossaryModel
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TermModel> _terms = [];
    private readonly Dictionary<long, string> _titles = [];
    private int _glossaryUncertain;

    public ConcurrentDictionary<string, int> Counts { get; } = [];

    public long Version { get; private set; } = 1;

    public IReadOnlyDictionary<string, TermModel> Terms => _terms;

    public int GlossariesUncertain => _glossaryUncertain;

    public IReadOnlyDictionary<long, string> Titles => _titles;

    public string? AnyTerm(Random random)
    {
        lock (_lock)
        {
            var alive = _terms.Where(term => !term.Value.IsDeleted).Select(term => term.Key).ToList();
            return alive is [] ? null : alive[random.Next(alive.Count)];
        }
    }

    public long VersionOf(string id)
    {
        lock (_lock)
        {
            return _terms[id].Versions.Keys.Max();
        }
    }

    public void Created(string id, string name, string tag) => Note("created", () =>
    {
        var term = new TermModel();
        Assert.True(_terms.TryAdd(id, term), "An id was given out twice.");
        term.Versions[1] = (name, tag);
    });

    public void Updated(string id, long version, string name, string tag) => Note("updated", () =>
        Assert.True(_terms[id].Versions.TryAdd(version, (name, tag)), $"Version {version} of a term was given out twice."));

    public void Deleted(string id) => Note("deleted", () =>
    {
        Assert.False(_terms[id].IsDeleted, "A term was deleted twice.");
        _terms[id].IsDeleted = true;
    });

    public void Reviewed(string id, long version) => Note("reviewed", () =>
        Assert.True(_terms[id].Reviews.Add(version), $"Review {version} of a term was counted twice."));

    public void GlossaryUpdated(long version, string title) => Note("glossary updated", () =>
    {
        Assert.True(_titles.TryAdd(version, title), $"Version {version} of the glossary was given out twice.");
        Version = Math.Max(Version, version);
    });

    /// <summary>An edit without an answer: it may have been done or not.</summary>
    public void Uncertain(string id) => Note("unanswered", () => _terms[id].Uncertain++);

    public void GlossaryUncertain() => Note("unanswered", () => _glossaryUncertain++);

    private void Note(string what, Action act)
    {
        lock (_lock)
        {
            act();
        }

        Counts.AddOrUpdate(what, 1, (_, count) => count + 1);
    }
}
