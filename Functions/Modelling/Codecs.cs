using System.Globalization;

namespace Lexicon.Functions.Modelling;

/// <summary>The common kinds of values that items hold.</summary>
internal static class Codecs
{
    /// <summary>Digits to the millisecond, UTC: such texts sort as the times do.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A time as a text, which sorts.</summary>
    public static Codec<DateTimeOffset> Time { get; } = new(
        "S",
        "a time, UTC, to the millisecond",
        _ => true,
        value => new() { S = value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) },
        (stored, out value) => DateTimeOffset.TryParseExact(
            stored.S, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value));

    /// <summary>
    /// A time as the seconds since 1970, the one form that DynamoDB's time to live reads
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html).
    /// </summary>
    public static Codec<DateTimeOffset> Seconds { get; } = Number(0, DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        .As<DateTimeOffset>(
            value => value.ToUnixTimeSeconds(),
            (seconds, out value) =>
            {
                value = DateTimeOffset.FromUnixTimeSeconds(seconds);
                return true;
            })
        .Called("a time, in seconds since 1970");

    public static Codec<bool> Flag { get; } = new(
        "BOOL",
        "true or false",
        _ => true,
        value => new() { BOOL = value },
        (stored, out value) =>
        {
            value = stored.BOOL is true;
            return stored.BOOL is not null;
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

    public static Codec<string> Text(int maximum, int minimum = 1) => new(
        "S",
        minimum == maximum ? $"{minimum} characters" : $"{minimum} to {maximum} characters",
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

    /// <summary>A number with decimals: DynamoDB keeps 38 digits, a decimal has 28 of them.</summary>
    public static Codec<decimal> Decimal(decimal minimum, decimal maximum) => new(
        "N",
        string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"),
        value => value >= minimum && value <= maximum,
        value => new() { N = value.ToString(CultureInfo.InvariantCulture) },
        (stored, out value) => decimal.TryParse(stored.N, NumberStyles.Float, CultureInfo.InvariantCulture, out value));

    /// <summary>Bytes.</summary>
    public static Codec<ReadOnlyMemory<byte>> Bytes(int maximum) => new(
        "B",
        $"at most {maximum} bytes",
        value => value.Length <= maximum,
        value => new() { B = new MemoryStream(value.ToArray(), writable: false) },
        (stored, out value) =>
        {
            value = stored.B?.ToArray();
            return stored.B is not null;
        });

    /// <summary>One of the members of an enumeration, each stored as a word that no change of its name changes.</summary>
    public static Codec<TEnum> Word<TEnum>(params (TEnum Value, string Word)[] words)
        where TEnum : struct, Enum => new(
            "S",
            Enumerate(" or ", [.. words.Select(word => $"`{word.Word}`")]),
            value => words.Any(word => EqualityComparer<TEnum>.Default.Equals(word.Value, value)),
            value => new() { S = words.First(word => EqualityComparer<TEnum>.Default.Equals(word.Value, value)).Word },
            (stored, out value) =>
            {
                var at = Array.FindIndex(words, word => word.Word == stored.S);
                value = at < 0 ? default : words[at].Value;
                return at >= 0;
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

    /// <summary>
    /// Different texts, in no order: at least one, since DynamoDB keeps no empty set; where there may be none the field is not required.
    /// </summary>
    public static Codec<IReadOnlySet<string>> TextSet(int maximum) => new(
        "SS",
        $"1 to {maximum} different texts",
        values => values.Count >= 1 && values.Count <= maximum,
        values => new() { SS = [.. values.Order(StringComparer.Ordinal)] },
        (stored, out values) =>
        {
            values = stored.SS?.ToHashSet(StringComparer.Ordinal) ?? [];
            return stored.SS is not null;
        });

    /// <summary>A group of values, declared by fields as an entity is.</summary>
    public static Codec<T> Map<T>(IReadOnlyList<IField<T>> fields, Func<Item, T> make) => new(
        "M",
        Enumerate(" and ", [.. fields.Select(field => $"`{field.Name}` ({field.Rule})")]),

        // Each field holds what is written and what is read to its own rule.
        _ => true,
        value =>
        {
            Item members = [];
            foreach (var field in fields)
            {
                field.Write(value, members);
            }

            return new() { M = members };
        },
        (stored, out value) =>
        {
            value = default!;
            try
            {
                return stored.M is not null && make(stored.M) is { } made && (value = made) is not null;
            }
            catch (CorruptItemException)
            {
                return false;
            }
        });

    /// <summary>A value type that may be missing: for a field that is not required.</summary>
    public static Codec<T?> Optional<T>(this Codec<T> codec)
        where T : struct => new(
            codec.Type,
            codec.Rule,
            value => value is { } some && codec.Holds(some),
            value => codec.Write(value.GetValueOrDefault()),
            (stored, out value) =>
            {
                var isRead = codec.TryRead(stored, out var read);
                value = read;
                return isRead;
            });

    private static string Enumerate(string last, string[] parts) =>
        parts is [.. { Length: > 0 } first, var end] ? string.Join(", ", first) + last + end : string.Concat(parts);
}
