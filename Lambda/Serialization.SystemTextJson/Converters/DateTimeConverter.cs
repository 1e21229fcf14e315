using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads times also from numbers, since 1970, as some of AWS's events have them; writes them as text.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // From the year 1 to 5000, in seconds: a greater number counts milliseconds.
    private const long LastSecond = 157_753_180_800;

    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.Number)
        {
            return reader.GetDateTime();
        }

        return reader.TryGetInt64(out var whole)
            ? whole > LastSecond ? DateTime.UnixEpoch.AddMilliseconds(whole) : DateTime.UnixEpoch.AddSeconds(whole)
            : OfFraction(reader.GetDouble());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    private static DateTime OfFraction(double number) =>
        number > LastSecond ? DateTime.UnixEpoch.AddMilliseconds(number) : DateTime.UnixEpoch.AddSeconds(number);
}
