using System.Text.Json;

namespace Lexicon.Local.CloudWatchLogs.Patterns;

/// <summary>Conditions on a message that is a JSON document: <c>{ $.status >= 500 &amp;&amp; $.Operation = "CreateTerm" }</c>.</summary>
/// <param name="holds">Whether they hold for the document.</param>
internal sealed class JsonPattern(Func<JsonElement, bool> holds) : FilterPattern
{
    public override bool Matches(string message)
    {
        if (!message.AsSpan().TrimStart().StartsWith("{"))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            return holds(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
