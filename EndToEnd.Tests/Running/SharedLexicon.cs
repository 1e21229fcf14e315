namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Tests that share one running Lexicon; each works on glossaries of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedLexicon : ICollectionFixture<RunningLexicon>
{
    public const string Name = "Running Lexicon";
}
