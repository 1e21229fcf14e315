using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Store;

/// <summary>Values to attributes and back. What cannot be read is a fault of the data and throws.</summary>
internal static class Values
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Time(DateTimeOffset value) =>
        Text(value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    public static AttributeValue List(IEnumerable<AttributeValue> values) => new() { L = [.. values] };

    public static AttributeValue Map(Item values) => new() { M = values };

    public static string ReadText(this Item item, string name) => item[name].S;

    public static string? FindText(this Item item, string name) => item.GetValueOrDefault(name)?.S;

    public static long ReadNumber(this Item item, string name) => long.Parse(item[name].N, CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadTime(this Item item, string name) => DateTimeOffset.ParseExact(
        item[name].S, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Domain.Ulid ReadUlid(this Item item, string name) => Domain.Ulid.TryParse(item[name].S, out var ulid)
        ? ulid
        : throw new FormatException($"The attribute {name} of an item holds no ULID.");

    public static List<AttributeValue> ReadList(this Item item, string name) => item[name].L ?? [];
}
