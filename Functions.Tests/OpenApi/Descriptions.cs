using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>What the doc comments of the code say, as plain text: the document describes things in the same words.</summary>
internal static partial class Descriptions
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.ChangeExtension(typeof(Routes).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string? OfType(Type type) => Text(Members.GetValueOrDefault($"T:{type.FullName}")?.Element("summary"));

    public static string? OfField(Type type, string name) =>
        Text(Members.GetValueOrDefault($"F:{type.FullName}.{name}")?.Element("summary"));

    /// <summary>Of a property; of a positional record it stands with the parameters.</summary>
    public static string? OfProperty(Type type, string name) =>
        Text(Members.GetValueOrDefault($"P:{type.FullName}.{name}")?.Element("summary"))
        ?? Text(Members.GetValueOrDefault($"T:{type.FullName}")?.Elements("param")
            .FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name));

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        foreach (var reference in element.Descendants().Where(part => part.IsEmpty && part.Attribute("cref") is not null).ToList())
        {
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.')[^1]);
        }

        return WhiteSpace().Replace(element.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
