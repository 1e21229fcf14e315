namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// A small change at a place of a template that a JSON pointer names, see https://www.rfc-editor.org/rfc/rfc6901; the item of a list
/// by its index, or by a text that it says first: <c>/Statement/s3:PutObject/Resource</c>.
/// </summary>
internal sealed record Change(string Pointer, Action<JsonNode, string> Make, string Says)
{
    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Another value, in JSON; where there was none, too.</summary>
    public static Change Set(string pointer, string json) => new(
        pointer, (parent, name) => Put(parent, name, JsonNode.Parse(json)), $"{pointer} = {json}");

    /// <summary>The value is gone.</summary>
    public static Change Remove(string pointer) => new(pointer, Take, $"no {pointer}");

    /// <summary>A list has one item more, in JSON.</summary>
    public static Change Add(string pointer, string json) => new(
        pointer, (parent, name) => Get(parent, name)!.AsArray().Add(JsonNode.Parse(json)), $"{pointer} has {json}, too");

    /// <summary>A text says something else in one place.</summary>
    public static Change Replace(string pointer, string text, string with) => new(
        pointer,
        (parent, name) => Put(parent, name, JsonNode.Parse(TextOf(Get(parent, name)!).Replace(text, with, StringComparison.Ordinal))),
        $"{pointer} has '{with}' for '{text}'");

    /// <summary>Makes the change below a node.</summary>
    public void In(JsonNode node)
    {
        var names = Pointer.Split('/')[1..].Select(Unescape).ToArray();
        Make(names[..^1].Aggregate(node, (current, name) => Get(current, name) ?? throw new ArgumentException(Says)), names[^1]);
    }

    public override string ToString() => Says;

    // As it is written, quotes and all, but without what only a page of HTML would need.
    private static string TextOf(JsonNode node) => node.ToJsonString(AsItStands);

    private static JsonNode? Get(JsonNode parent, string name) => parent is JsonArray list ? list[Index(list, name)] : parent[name];

    private static void Put(JsonNode parent, string name, JsonNode? value)
    {
        if (parent is JsonArray list)
        {
            list[Index(list, name)] = value;
        }
        else
        {
            parent[name] = value;
        }
    }

    private static void Take(JsonNode parent, string name)
    {
        if (parent is JsonArray list)
        {
            list.RemoveAt(Index(list, name));
        }
        else if (!parent.AsObject().Remove(name))
        {
            throw new ArgumentException($"There is no {name} to remove.");
        }
    }

    private static int Index(JsonArray list, string name) => int.TryParse(name, CultureInfo.InvariantCulture, out var index)
        ? index
        : Enumerable.Range(0, list.Count).First(position => TextOf(list[position]!).Contains(name, StringComparison.Ordinal));

    private static string Unescape(string name) =>
        name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
