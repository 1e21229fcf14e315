using System.Text.Json.Nodes;

namespace Lexicon.Local.Lambda.Definitions;

/// <summary>The resource policy of a function or of one of its qualifiers, as Lambda builds it from permissions.</summary>
internal sealed class FunctionPolicy
{
    private readonly Lock _gate = new();
    private JsonObject? _document;

    /// <summary>The policy document; null as long as nobody was permitted anything.</summary>
    public JsonObject? Document
    {
        get
        {
            lock (_gate)
            {
                return _document;
            }
        }
    }

    /// <summary>Adds a statement.</summary>
    public void Add(JsonObject statement)
    {
        lock (_gate)
        {
            // Readers keep the document that they got, so it is never changed, only replaced.
            var statements = _document?["Statement"]!.DeepClone().AsArray() ?? [];
            statements.Add(statement);
            _document = new JsonObject { ["Version"] = "2012-10-17", ["Id"] = "default", ["Statement"] = statements };
        }
    }
}
