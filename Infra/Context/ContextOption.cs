using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Infra.Context;

/// <summary>
/// An option of the context, as a property of <see cref="Options"/> declares it. The type of the property says how the text is read:
/// a flag, one of some words, a number, a list with commas in between, or any text.
/// </summary>
internal sealed class ContextOption
{
    private readonly PropertyInfo _property;
    private readonly ContextOptionAttribute _declared;

    private ContextOption(PropertyInfo property, ContextOptionAttribute declared)
    {
        _property = property;
        _declared = declared;
        Values = declared.Values is { Length: > 0 } words ? words : WordsOf(property.PropertyType);
    }

    /// <summary>All options, in the order in which they are declared.</summary>
    public static IReadOnlyList<ContextOption> All { get; } =
    [
        .. from property in typeof(Options).GetProperties()
           let declared = property.GetCustomAttribute<ContextOptionAttribute>()
           where declared is not null
           select new ContextOption(property, declared),
    ];

    /// <summary>The name in the context.</summary>
    public string Name => _declared.Name;

    /// <summary>The name of the property of <see cref="Options"/>.</summary>
    public string Property => _property.Name;

    /// <summary>What the option asks for, in Markdown.</summary>
    public string Description => _declared.Description;

    /// <summary>The words that the value can be, the default first; any text, if empty.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Whether the value is a list with commas in between.</summary>
    public bool IsList => _property.PropertyType == typeof(IReadOnlyList<string>);

    /// <summary>The regular expression that the value, or each item of the list, must match; null for any text.</summary>
    public string? Pattern => Values.Count > 0 ? $"^({string.Join('|', Values)})$" : _declared.Pattern;

    /// <summary>What a value that matches the pattern is, in words.</summary>
    public string? MustBe => Values.Count > 0 ? $"{string.Join(", ", Values.SkipLast(1))} or {Values[^1]}" : _declared.MustBe;

    /// <summary>A value that is not the default, with which the tests of all options try this one.</summary>
    /// <exception cref="InvalidOperationException">It has no list of words, and its declaration no example.</exception>
    public string Example => _declared.Example ?? (Values.Count > 0 ? Values[^1] : throw new InvalidOperationException(
        $"Context option {Name} has no list of values: its declaration in Options.cs must have an {nameof(Example)}."));

    /// <summary>What there is without the option, in Markdown.</summary>
    public string Without => _declared.Without ?? $"`{Values[0]}`";

    /// <summary>Sets the property to what a text says, unless it is empty. check-options.mjs refuses the same before a build.</summary>
    /// <exception cref="RefusedContextException">The option cannot be this.</exception>
    public void Set(Options options, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        string[] items = IsList ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
        if (items.FirstOrDefault(item => Pattern is { } pattern && !Regex.IsMatch(item, pattern)) is { } wrong)
        {
            throw new RefusedContextException(
                $"Context option {Name} is '{text}'; {(IsList ? $"'{wrong}' in it" : "it")} must be {MustBe}.");
        }

        _property.SetValue(options, Parse(text, items));
    }

    private static string[] WordsOf(Type type) =>
        type == typeof(bool) ? ["false", "true"]
        : type.IsEnum ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]
        : [];

    private object Parse(string text, string[] items) => _property.PropertyType switch
    {
        var type when type == typeof(bool) => text == Values[1],
        { IsEnum: true } type => Enum.GetValues(type).GetValue(Values.ToList().IndexOf(text))!,
        var type when type == typeof(int) => int.Parse(text, CultureInfo.InvariantCulture),
        var type when type == typeof(double?) => double.Parse(text, CultureInfo.InvariantCulture),
        _ when IsList => items,
        _ => text,
    };
}
