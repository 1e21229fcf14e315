namespace Lexicon.Local.Sns;

/// <summary>The topics, for whoever looks at them.</summary>
internal interface ITopicsView
{
    /// <summary>Every topic with its subscriptions, by name.</summary>
    IReadOnlyList<TopicFacts> Topics { get; }
}
