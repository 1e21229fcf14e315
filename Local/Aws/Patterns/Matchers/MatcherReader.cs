using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>Reads an entry of a list of values: a value, or an operator with its operand.</summary>
internal sealed class MatcherReader(PatternTokens tokens, PatternDialect dialect)
{
    private const string IgnoringCase = "equals-ignore-case";

    private readonly NumericReader _numeric = new(tokens, dialect);
    private readonly AnythingButReader _anythingBut = new(tokens, dialect);

    /// <summary>Reads the entry whose first token is the current one.</summary>
    /// <exception cref="PatternException">It is not valid.</exception>
    public ValueMatcher Read() => tokens.Current.Type switch
    {
        JsonTokenType.StartObject => ReadOperator(),
        JsonTokenType.String => new ExactText(tokens.Current.Text),
        JsonTokenType.Number => new ExactNumber(tokens.Current.Text, dialect),
        JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null => new ExactLiteral(tokens.Current.Type),
        _ => throw tokens.Fail("Match value must be String, number, true, false, or null"),
    };

    private ValueMatcher ReadOperator()
    {
        var name = tokens.Expect(JsonTokenType.PropertyName, "Match expression name not found").Text;
        if (!dialect.Operators.Contains(name))
        {
            throw tokens.Fail($"Unrecognized match type {name}");
        }

        ValueMatcher matcher = name switch
        {
            "exactly" => new ExactText(tokens.ExpectText("exact match pattern must be a string")),
            "prefix" => ReadPart(name, static (text, comparison) => new Prefix(text, comparison)),
            "suffix" => ReadPart(name, static (text, comparison) => new Suffix(text, comparison)),
            IgnoringCase => new EqualsIgnoreCase(tokens.ExpectText($"{name} match pattern must be a string")),
            "wildcard" => Parse(WildcardText.Parse, tokens.ExpectText("wildcard match pattern must be a string")),
            "cidr" => Parse(Cidr.Parse, tokens.ExpectText("prefix match pattern must be a string")),
            "numeric" => _numeric.Read(),
            "exists" => ReadExists(),
            _ => _anythingBut.Read(),
        };
        tokens.ExpectEnd(name is "numeric" or "anything-but"
            ? "Too many elements in numeric expression"
            : "Only one key allowed in match expression");
        return matcher;
    }

    private ValueMatcher ReadPart(string name, Func<string, StringComparison, ValueMatcher> create)
    {
        if (tokens.Next().Type == JsonTokenType.String)
        {
            return create(tokens.Current.Text, StringComparison.Ordinal);
        }

        if (tokens.Current.Type != JsonTokenType.StartObject || dialect.InPrefixAndSuffix.Count == 0)
        {
            throw tokens.Fail($"{name} match pattern must be a string");
        }

        if (!dialect.InPrefixAndSuffix.Contains(tokens.Next().Text))
        {
            throw tokens.Fail($"Unsupported {name} match pattern: {tokens.Current.Text}");
        }

        var matcher = create(
            tokens.ExpectText($"{IgnoringCase} match pattern must be a string"), StringComparison.OrdinalIgnoreCase);
        tokens.ExpectEnd();
        return matcher;
    }

    private Exists ReadExists() => tokens.Next().Type switch
    {
        JsonTokenType.True => new Exists(true),
        JsonTokenType.False => new Exists(false),
        _ => throw tokens.Fail("exists match pattern must be either true or false."),
    };

    private static ValueMatcher Parse(Func<string, ValueMatcher> parse, string text)
    {
        try
        {
            return parse(text);
        }
        catch (ArgumentException wrong)
        {
            throw new PatternException(wrong.Message);
        }
    }
}
