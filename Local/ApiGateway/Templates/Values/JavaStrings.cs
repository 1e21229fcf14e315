namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>The methods of a string (https://docs.oracle.com/javase/8/docs/api/java/lang/String.html).</summary>
internal static class JavaStrings
{
    /// <summary>What a method returns, or <see cref="JavaObjects.None"/>.</summary>
    public static object? Call(string text, string name, object?[] arguments, Rendering rendering) => (name, arguments) switch
    {
        ("length", []) => text.Length,
        ("isEmpty", []) => text.Length is 0,
        ("isBlank", []) => string.IsNullOrWhiteSpace(text),
        ("charAt", [int index]) => text[index].ToString(),
        ("codePointAt", [int index]) => char.ConvertToUtf32(text, index),
        ("substring" or "subSequence", [int start, int end]) => text[start..end],
        ("substring", [int start]) => text[start..],
        ("indexOf", [string part]) => text.IndexOf(part, StringComparison.Ordinal),
        ("indexOf", [string part, int start]) => IndexOf(text, part, start),
        ("lastIndexOf", [string part]) => text.LastIndexOf(part, StringComparison.Ordinal),
        ("lastIndexOf", [string part, int start]) => start < 0 ? -1
            : text[..Math.Min(text.Length, start + part.Length)].LastIndexOf(part, StringComparison.Ordinal),
        ("contains", [{ } part]) => text.Contains(JavaText.Of(part, rendering), StringComparison.Ordinal),
        ("startsWith", [string part]) => text.StartsWith(part, StringComparison.Ordinal),
        ("startsWith", [string part, int start]) => start >= 0 && start <= text.Length && text.AsSpan(start).StartsWith(part),
        ("endsWith", [string part]) => text.EndsWith(part, StringComparison.Ordinal),
        ("equals" or "contentEquals", [string other]) => text == other,
        ("equalsIgnoreCase", [string other]) => text.Equals(other, StringComparison.OrdinalIgnoreCase),
        ("compareTo", [string other]) => Compare(text, other),
        ("compareToIgnoreCase", [string other]) => Compare(text.ToLowerInvariant(), other.ToLowerInvariant()),
        ("concat", [string other]) => Rendering.Bounded(text + other),
        ("replace", [string part, string other]) => Replace(text, part, other),
        ("replaceAll", [string pattern, string other]) => JavaRegex.Replace(text, pattern, other, all: true),
        ("replaceFirst", [string pattern, string other]) => JavaRegex.Replace(text, pattern, other, all: false),
        ("matches", [string pattern]) => JavaRegex.Matches(text, pattern),
        ("split", [string pattern]) => JavaRegex.Split(text, pattern, 0),
        ("split", [string pattern, int limit]) => JavaRegex.Split(text, pattern, limit),
        ("toLowerCase", []) => text.ToLowerInvariant(),
        ("toUpperCase", []) => text.ToUpperInvariant(),
        ("trim", []) => text.Trim([.. Enumerable.Range(0, 33).Select(code => (char)code)]),
        ("strip", []) => text.Trim(),
        ("stripLeading", []) => text.TrimStart(),
        ("stripTrailing", []) => text.TrimEnd(),
        ("join", [string separator, JavaList items]) => Join(separator, items, rendering),
        ("join", [string separator, .. var items]) => Join(separator, items, rendering),
        ("toCharArray", []) => new JavaList(text.Select(character => (object)character.ToString())),
        ("repeat", [int count]) => Repeat(text, count),
        ("valueOf", [var value]) => JavaText.Of(value, rendering),
        ("format", [string pattern, ..]) => JavaFormat.Of(pattern, arguments[1..], rendering),
        ("intern" or "toString", []) => text,
        ("hashCode", []) => HashCode(text),
        ("parseInt" or "parseLong" or "parseDouble", _) => JavaObjects.None,
        _ => JavaObjects.None,
    };

    /// <summary>Java's hash code of a string.</summary>
    public static int HashCode(string text) => text.Aggregate(0, static (hash, character) => unchecked((hash * 31) + character));

    private static int IndexOf(string text, string part, int start) =>
        start >= text.Length ? (part.Length is 0 ? text.Length : -1) : text.IndexOf(part, Math.Max(0, start), StringComparison.Ordinal);

    private static int Compare(string one, string other)
    {
        var common = one.Zip(other).FirstOrDefault(pair => pair.First != pair.Second);
        return common == default ? one.Length - other.Length : common.First - common.Second;
    }

    private static string Replace(string text, string part, string other)
    {
        if (part.Length is 0)
        {
            Bound((long)(text.Length + 1) * (other.Length + 1));
            return other + string.Concat(text.Select(character => character + other));
        }

        Bound((long)text.Length * (other.Length + 1));
        return text.Replace(part, other, StringComparison.Ordinal);
    }

    private static string Repeat(string text, int count)
    {
        Bound((long)text.Length * count);
        return string.Concat(Enumerable.Repeat(text, count));
    }

    private static string Join(string separator, IEnumerable<object?> items, Rendering rendering) =>
        Rendering.Bounded(string.Join(separator, items.Select(item => JavaText.Of(item, rendering))));

    private static void Bound(long length)
    {
        if (length > 64L * 1024 * 1024)
        {
            throw new TemplateException("a text is too long");
        }
    }
}
