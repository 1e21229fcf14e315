using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// Whether each member is there, long enough, in its range and its enumeration: all that is wrong is told at once, and before the service
/// looks at anything (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html, <c>ValidationError</c>).
/// </summary>
internal sealed class ConstraintCheck(ApiModel model)
{
    // The service stops counting.
    private const int Most = 10;
    private readonly JavaText _text = new(model);

    /// <summary>The message that tells what is wrong; null when nothing is.</summary>
    public string? Check(JsonElement request, ApiShape shape)
    {
        List<string> found = [];
        Members(request, shape, Place.Root, found);
        var told = found.Take(Most).ToList();
        return told.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{told.Count} validation error{(told.Count > 1 ? "s" : "")} detected: {string.Join("; ", told)}");
    }

    private void Members(JsonElement value, ApiShape shape, Place path, List<string> found)
    {
        foreach (var (name, member) in shape.Members)
        {
            var at = path.Member(name);
            if (value.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null)
            {
                Value(given, model[member], at, found);
            }
            else if (shape.Required.Contains(name))
            {
                found.Add($"Value null at '{at.Java}' failed to satisfy constraint: Member must not be null");
            }
        }
    }

    private void Value(JsonElement value, ApiShape shape, Place at, List<string> found)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (shape.Named is not null && value.GetString() is { Length: > 0 } name && !name.StartsWith("arn:", StringComparison.Ordinal))
        {
            shape = model[shape.Named];
        }

        found.AddRange(Broken(value, shape).Select(constraint => Message(value, shape, at, constraint)));
        switch (shape.Type)
        {
            case "Structure":
                Members(value, shape, at, found);
                break;
            case "List":
                var number = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Value(item, model[shape.Member!], at.Item((++number).ToString(CultureInfo.InvariantCulture)), found);
                }

                break;
            case "Map":
                Entries(value, shape, at, found);
                break;
        }
    }

    // Keys and lists of a map are told of the map as a whole, with everything that is asked of them.
    private void Entries(JsonElement value, ApiShape shape, Place at, List<string> found)
    {
        var (keys, values) = (model[shape.Key!], model[shape.Value!]);
        keys = keys.Named is { } named ? model[named] : keys;
        foreach (var entry in value.EnumerateObject())
        {
            if (!entry.Name.StartsWith("arn:", StringComparison.Ordinal) && Broken(entry.Name, keys).Any())
            {
                found.Add(Message(value, shape, at, $"Map keys must satisfy constraint: [{All(keys)}]"));
            }

            if (values.Type == "List" && entry.Value.ValueKind == JsonValueKind.Array && Broken(entry.Value, values).Any())
            {
                found.Add(Message(value, shape, at, $"Map value must satisfy constraint: [{All(values)}]"));
            }
            else
            {
                Value(entry.Value, values, at.Item(entry.Name), found);
            }
        }
    }

    private string Message(JsonElement value, ApiShape shape, Place at, string constraint) => shape.IsTerse
        ? $"Value at '{at.Request}' failed to satisfy constraint: {constraint}"
        : $"Value '{_text.Of(value, shape)}' at '{at.Java}' failed to satisfy constraint: {constraint}";

    private static string All(ApiShape shape) => string.Join(", ", new[]
    {
        shape.Max is { } max ? $"Member must have length less than or equal to {max}" : null,
        shape.Min is { } min ? $"Member must have length greater than or equal to {min}" : null,
        shape.Pattern is { } pattern ? $"Member must satisfy regular expression pattern: {pattern}" : null,
    }.OfType<string>());

    private static IEnumerable<string> Broken(JsonElement value, ApiShape shape) => shape.Type switch
    {
        "String" => Broken(value.GetString()!, shape),
        "List" => Range(value.GetArrayLength(), shape, "length"),
        "Map" => Range(value.EnumerateObject().Count(), shape, "length"),
        "Integer" or "Long" when value.TryGetInt64(out var number) => Range(number, shape, "value"),
        _ => [],
    };

    private static IEnumerable<string> Broken(string value, ApiShape shape)
    {
        if (shape.Pattern is { } pattern && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.CultureInvariant))
        {
            yield return $"Member must satisfy regular expression pattern: {pattern}";
        }

        foreach (var broken in Range(value.Length, shape, "length"))
        {
            yield return broken;
        }

        if (shape.Enum.Count > 0 && !shape.Enum.Contains(value))
        {
            yield return $"Member must satisfy enum value set: [{string.Join(", ", shape.Enum)}]";
        }
    }

    private static IEnumerable<string> Range(long size, ApiShape shape, string what)
    {
        if (size < shape.Min)
        {
            yield return $"Member must have {what} greater than or equal to {shape.Min}";
        }

        if (size > shape.Max)
        {
            yield return $"Member must have {what} less than or equal to {shape.Max}";
        }
    }

    /// <summary>Where a value is in a request.</summary>
    /// <param name="Java">As the service's own classes name it.</param>
    /// <param name="Request">As the request names it.</param>
    private readonly record struct Place(string Java, string Request)
    {
        public static readonly Place Root = new("", "");

        public Place Member(string name) => this == Root
            ? new(JavaText.Lower(name), name)
            : new($"{Java}.{JavaText.Lower(name)}", $"{Request}.{name}");

        public Place Item(string name) => new($"{Java}.{name}.member", $"{Request}.{name}.member");
    }
}
