using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store.Model;

/// <summary>The kinds of values that items hold.</summary>
internal static class Codecs
{
    /// <summary>Digits to the millisecond, UTC: such texts sort as the times do.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static Codec<Ulid> Id { get; } = new(
        "S",
        "a ULID",
        _ => true,
        value => new() { S = value.ToString() },
        (stored, out value) => Ulid.TryParse(stored.S, out value));

    public static Codec<DateTimeOffset> Time { get; } = new(
        "S",
        "a time, UTC, to the millisecond",
        _ => true,
        value => new() { S = value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) },
        (stored, out value) => DateTimeOffset.TryParseExact(
            stored.S, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value));

    public static Codec<Visibility> Visibility { get; } = new(
        "S",
        "`public` or `private`",
        _ => true,
        value => new() { S = value.ToWord() },
        (stored, out value) =>
        {
            var read = VisibilityWords.Read(stored.S);
            value = read.GetValueOrDefault();
            return read is not null;
        });

    /// <summary>An item as it was, in another.</summary>
    public static Codec<Item> Item { get; } = new(
        "M",
        "an item",
        _ => true,
        value => new() { M = value },
        (stored, out value) =>
        {
            value = stored.M;
            return value is { Count: > 0 };
        });

    /// <summary>An image of a term.</summary>
    public static Codec<TermImage> Image { get; } = new(
        "M",
        "`path`, `width` and `height`",
        image => image is { Path: ['/', _, ..], Width: > 0, Height: > 0 },
        image => new()
        {
            M = new()
            {
                ["path"] = new() { S = image.Path },
                ["width"] = new() { N = image.Width.ToString(CultureInfo.InvariantCulture) },
                ["height"] = new() { N = image.Height.ToString(CultureInfo.InvariantCulture) },
            },
        },
        (stored, out value) =>
        {
            var (path, width, height) = (stored.M?.GetValueOrDefault("path")?.S, Pixels(stored, "width"), Pixels(stored, "height"));
            value = new(path ?? "", width, height);
            return path is not null;
        });

    public static Codec<string> Text(int maximum, int minimum = 1) => new(
        "S",
        $"{minimum} to {maximum} characters",
        value => value.Length >= minimum && value.Length <= maximum,
        value => new() { S = value },
        (stored, out value) =>
        {
            value = stored.S;
            return value is not null;
        });

    public static Codec<long> Number(long minimum, long maximum = long.MaxValue) => new(
        "N",
        maximum is long.MaxValue ? $"a whole number from {minimum}" : $"a whole number from {minimum} to {maximum}",
        value => value >= minimum && value <= maximum,
        value => new() { N = value.ToString(CultureInfo.InvariantCulture) },
        (stored, out value) => long.TryParse(stored.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

    /// <summary>The same for an attribute that may be missing: a value type has no null of its own.</summary>
    public static Codec<T?> Optional<T>(Codec<T> of)
        where T : struct => new(
            of.Type,
            of.Rule,
            value => value is { } there && of.Holds(there),
            value => of.Write(value.GetValueOrDefault()),
            (stored, out value) =>
            {
                var isRead = of.TryRead(stored, out var there);
                value = there;
                return isRead;
            });

    public static Codec<IReadOnlyList<T>> List<T>(Codec<T> of, int maximum) => new(
        "L",
        $"at most {maximum}, each {of.Rule}",
        values => values.Count <= maximum && values.All(value => of.Holds(value)),
        values => new() { L = [.. values.Select(of.Write)] },
        (stored, out values) =>
        {
            List<T> read = [];
            values = read;
            foreach (var element in stored.L ?? [])
            {
                if (!of.TryRead(element, out var value))
                {
                    return false;
                }

                read.Add(value);
            }

            return stored.M is null && stored.S is null && stored.N is null;
        });

    /// <summary>A group of two values.</summary>
    public static Codec<T> Pair<T>(
        (string Name, Codec<string> Codec, Func<T, string> Get) first,
        (string Name, Codec<string> Codec, Func<T, string> Get) second,
        Func<string, string, T> make) => new(
        "M",
        $"`{first.Name}` ({first.Codec.Rule}) and `{second.Name}` ({second.Codec.Rule})",
        value => first.Codec.Holds(first.Get(value)) && second.Codec.Holds(second.Get(value)),
        value => new()
        {
            M = new()
            {
                [first.Name] = first.Codec.Write(first.Get(value)),
                [second.Name] = second.Codec.Write(second.Get(value)),
            },
        },
        (stored, out value) =>
        {
            value = default!;
            if (!TryRead(stored, first.Name, first.Codec, out var one) || !TryRead(stored, second.Name, second.Codec, out var two))
            {
                return false;
            }

            value = make(one, two);
            return true;
        });

    private static int Pixels(AttributeValue stored, string name) => int.TryParse(
        stored.M?.GetValueOrDefault(name)?.N, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : 0;

    private static bool TryRead(AttributeValue stored, string name, Codec<string> codec, out string value)
    {
        value = "";
        return stored.M?.TryGetValue(name, out var member) is true && codec.TryRead(member, out value);
    }
}
