using Lexicon.EndToEnd.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Lexicon.EndToEnd.Tests.Running.SharedFirst", "Lexicon.EndToEnd.Tests")]

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>
/// Two collections run at a time, and those that share a Lexicon take longest: they start first, so that neither is left over at the end.
/// </summary>
public sealed class SharedFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName is SharedLexicon.Name or BrowsedLexicon.Name);
}
