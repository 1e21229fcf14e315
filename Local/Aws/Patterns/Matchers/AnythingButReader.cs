using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>
/// Reads the operand of <c>anything-but</c>
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but): a value, a list
/// of texts or of numbers, or an operator that texts are compared by.
/// </summary>
internal sealed class AnythingButReader(PatternTokens tokens, PatternDialect dialect)
{
    /// <summary>Reads what is behind the name.</summary>
    /// <exception cref="PatternException">It is not valid.</exception>
    public AnythingBut Read() => new(tokens.Next().Type switch
    {
        JsonTokenType.StartArray => ReadList(),
        JsonTokenType.String or JsonTokenType.Number => [ReadValue()],
        JsonTokenType.StartObject when dialect.InAnythingBut.Count > 0 => ReadOperator(),
        _ => throw tokens.Fail("Value of anything-but must be an array or single string/number value."),
    });

    private List<ValueMatcher> ReadList()
    {
        var values = new List<ValueMatcher>();
        var types = new HashSet<JsonTokenType>();
        while (tokens.Next().Type != JsonTokenType.EndArray)
        {
            types.Add(tokens.Current.Type);
            values.Add(ReadValue());
        }

        return types.Count == 1
            ? values
            : throw tokens.Fail("Inside anything but list, either all values are number or string, mixed type is not supported");
    }

    private ValueMatcher ReadValue() => tokens.Current.Type switch
    {
        JsonTokenType.String => new ExactText(tokens.Current.Text),
        JsonTokenType.Number => new ExactNumber(tokens.Current.Text, dialect),
        _ => throw tokens.Fail("Inside anything but list, start|null|boolean is not supported."),
    };

    private List<ValueMatcher> ReadOperator()
    {
        var name = tokens.Expect(JsonTokenType.PropertyName, "Anything-But expression name not found").Text;
        if (!dialect.InAnythingBut.Contains(name))
        {
            throw tokens.Fail($"Unsupported anything-but pattern: {name}");
        }

        var texts = tokens.Next().Type == JsonTokenType.StartArray ? ReadTexts(name) : [ReadText(name)];
        tokens.ExpectEnd();
        return [.. texts.Select(text => Create(name, text))];
    }

    private List<string> ReadTexts(string name)
    {
        var texts = new List<string>();
        while (tokens.Next().Type != JsonTokenType.EndArray)
        {
            texts.Add(ReadText(name));
        }

        return texts.Count > 0 ? texts : throw tokens.Fail("Empty arrays are not allowed");
    }

    private string ReadText(string name) => tokens.Current switch
    {
        { Type: JsonTokenType.String, Text: "" } when name is "prefix" or "suffix" => throw tokens.Fail("Null prefix/suffix not allowed"),
        { Type: JsonTokenType.String } token => token.Text,
        _ => throw tokens.Fail(name is "prefix" or "suffix"
            ? "prefix/suffix match pattern must be a string"
            : $"Inside anything-but/{name} list, number|start|null|boolean is not supported."),
    };

    private static ValueMatcher Create(string name, string text)
    {
        try
        {
            return name switch
            {
                "prefix" => new Prefix(text, StringComparison.Ordinal),
                "suffix" => new Suffix(text, StringComparison.Ordinal),
                "wildcard" => WildcardText.Parse(text),
                _ => new EqualsIgnoreCase(text),
            };
        }
        catch (ArgumentException wrong)
        {
            throw new PatternException(wrong.Message);
        }
    }
}
