using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>Tests that share one running Lexicon and one browser, beside those of <see cref="SharedLexicon"/>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowsedLexicon : ICollectionFixture<RunningLexicon>, ICollectionFixture<Chromium>
{
    public const string Name = "Browsed Lexicon";
}
