using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>A value as the service prints it into a message: in the manner of Java, structures by their class.</summary>
internal sealed class JavaText(ApiModel model)
{
    /// <summary>The text.</summary>
    public string Of(JsonElement value, ApiShape shape) => (shape.Type, value.ValueKind) switch
    {
        ("Structure", JsonValueKind.Object) => $"{shape.Name}({Join(value.EnumerateObject()
            .Where(member => shape.Members.ContainsKey(member.Name))
            .Select(member => $"{Lower(member.Name)}={Of(member.Value, model[shape.Members[member.Name]])}"))})",
        ("Map", JsonValueKind.Object) =>
            $"{{{Join(value.EnumerateObject().Select(member => $"{member.Name}={Of(member.Value, model[shape.Value!])}"))}}}",
        ("List", JsonValueKind.Array) => $"[{Join(value.EnumerateArray().Select(item => Of(item, model[shape.Member!])))}]",
        _ => value.ToString(),
    };

    /// <summary>A member's name as messages have it.</summary>
    public static string Lower(string name) => name.Length > 1 && char.IsUpper(name[1]) && name.All(char.IsUpper)
        ? name.ToLowerInvariant()
        : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Join(IEnumerable<string> items) => string.Join(", ", items);
}
