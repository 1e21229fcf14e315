using System.Text;
using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>
/// The tokens of a pattern, one after the other. What is wrong is reported with the place to which AWS's reader had come then:
/// behind a token, except that of a string it has only seen the quotation mark, and of a name the value, too.
/// </summary>
internal sealed class PatternTokens
{
    // AWS's messages show as much of the source.
    private const int LongestExcerpt = 500;

    private readonly string _source;
    private readonly byte[] _bytes;
    private readonly List<PatternToken> _tokens = [];
    private int _next;

    private PatternTokens(string source)
    {
        _source = source;
        _bytes = Encoding.UTF8.GetBytes(source);
    }

    /// <summary>The token that was read last.</summary>
    public PatternToken Current => _tokens[_next - 1];

    /// <summary>Splits a text into tokens.</summary>
    /// <exception cref="PatternException">It is not JSON.</exception>
    public static PatternTokens Read(string source)
    {
        var tokens = new PatternTokens(source);
        try
        {
            var reader = new Utf8JsonReader(tokens._bytes, new JsonReaderOptions { MaxDepth = SentJson.Deepest });
            while (reader.Read())
            {
                tokens._tokens.Add(new(reader.TokenType, TextOf(reader), (int)reader.TokenStartIndex, (int)reader.BytesConsumed));
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new PatternException("Invalid JSON");
        }

        return tokens;
    }

    /// <summary>Reads the next token.</summary>
    public PatternToken Next() => _tokens[_next++];

    /// <summary>Reads the next token, which must be of a type.</summary>
    /// <exception cref="PatternException">It is another one.</exception>
    public PatternToken Expect(JsonTokenType type, string otherwise) =>
        Next() is var token && token.Type == type ? token : throw Fail(otherwise);

    /// <summary>Reads a text, which must not be empty where it says so.</summary>
    /// <exception cref="PatternException">It is not text.</exception>
    public string ExpectText(string otherwise) => Expect(JsonTokenType.String, otherwise).Text;

    /// <summary>Reads the end of an expression with one name.</summary>
    /// <exception cref="PatternException">More follows.</exception>
    public void ExpectEnd(string otherwise = "Only one key allowed in match expression") => Expect(JsonTokenType.EndObject, otherwise);

    /// <summary>What is wrong, and where.</summary>
    public PatternException Fail(string reason)
    {
        var before = Encoding.UTF8.GetString(_bytes, 0, Reached());
        var line = before.Count(character => character == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var excerpt = _source.Length <= LongestExcerpt
            ? $"\"{_source}\""
            : $"\"{_source[..LongestExcerpt]}\"[truncated {_source.Length - LongestExcerpt} chars]";
        return new($"{reason}\n at [Source: (String){excerpt}; line: {line}, column: {column}]");
    }

    private int Reached()
    {
        var token = Current.Type == JsonTokenType.PropertyName ? _tokens[_next] : Current;
        return token.Type == JsonTokenType.String ? token.Begin + 1 : token.End;
    }

    private static string TextOf(Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
        ? reader.GetString()!
        : Encoding.UTF8.GetString(reader.ValueSpan);
}
