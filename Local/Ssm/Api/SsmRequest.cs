using System.Text.Json.Nodes;

namespace Lexicon.Local.Ssm.Api;

/// <summary>
/// The members of a request. <c>WithDecryption</c> is not read: "This flag is ignored for String and StringList parameter types."
/// </summary>
internal sealed class SsmRequest(JsonObject members)
{
    private const int MostNames = 10;

    /// <summary>The parameter of <c>GetParameter</c>.</summary>
    public ParameterId Name => ParameterId.Parse(members[nameof(Name)] is { } name
        ? Text(name, nameof(Name))
        : throw SsmException.Invalid("null", "name", "not be null"));

    /// <summary>The parameters of <c>GetParameters</c>, as the request has them.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            string[] names = members[nameof(Names)] switch
            {
                null => throw SsmException.Invalid("null", "names", "not be null"),
                JsonArray many => [.. many.Select(one => Text(one, nameof(Names)))],
                _ => throw SsmException.Wrong(nameof(Names), "a list"),
            };
            return names.Length switch
            {
                0 => throw SsmException.Invalid("'[]'", "names", "have length greater than or equal to 1"),
                > MostNames => throw SsmException.Invalid(
                    $"'[{string.Join(", ", names)}]'", "names", $"have length less than or equal to {MostNames}"),
                _ => names,
            };
        }
    }

    private static string Text(JsonNode? node, string member) => node is JsonValue value && value.TryGetValue<string>(out var text)
        ? text
        : throw SsmException.Wrong(member, "a string");
}
