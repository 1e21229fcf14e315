using Lexicon.EndToEnd.Tests.Browser;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Tests that share one running Lexicon, and one browser; each works on glossaries of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedLexicon : ICollectionFixture<RunningLexicon>, ICollectionFixture<Chromium>
{
    public const string Name = "Running Lexicon";
}
