using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>What a pattern has at a place of an event.</summary>
internal interface IPattern
{
    /// <summary>How many lists of values there are.</summary>
    int Keys { get; }

    /// <summary>The lengths of the lists of values, multiplied.</summary>
    long Combinations { get; }

    /// <summary>Whether what the event has there is so; null: it has nothing there.</summary>
    bool Matches(JsonElement? value);
}
