using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudFormation;

/// <summary>Paths of properties as messages have them, such as <c>Origins[0].Id</c>. A member's name may have dots of its own.</summary>
internal static partial class PropertyPath
{
    /// <summary>The path of a member.</summary>
    public static string Below(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    /// <summary>The path of an item.</summary>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>A JSON path, such as <c>$.Origins[0]['a.b']</c>, as one of ours.</summary>
    public static string FromJson(string? path) => Quoted().Replace(path ?? "", ".${name}").TrimStart('$').TrimStart('.');

    /// <summary>Whether one path is the other, or leads to or from it.</summary>
    public static bool AreRelated(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    /// <summary>What is at a path; null where nothing is.</summary>
    public static JsonNode? Find(JsonObject properties, string path) => Walk(properties, path) is { } found ? found.Value : null;

    /// <summary>Removes what is at a path, or else what is around it.</summary>
    /// <returns>The path of what is removed; null where there is nothing but the properties themselves.</returns>
    public static string? Remove(JsonObject properties, string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(path.LastIndexOfAny(['.', '[']), 0)])
        {
            switch (Walk(properties, path))
            {
                case { Parent: JsonObject members } found:
                    members.Remove(found.Name);
                    return path;
                case { Parent: JsonArray items } found:
                    items.RemoveAt(found.Index);
                    return path;
            }
        }

        return null;
    }

    private static bool IsWithin(string inner, string outer) =>
        outer.Length == 0 || (inner.StartsWith(outer, StringComparison.Ordinal)
            && (inner.Length == outer.Length || inner[outer.Length] is '.' or '['));

    private static Place? Walk(JsonNode? at, string path)
    {
        Place? place = null;
        while (path.Length > 0)
        {
            if (Index().Match(path) is { Success: true } index && at is JsonArray items)
            {
                var number = int.Parse(index.Groups["number"].Value, CultureInfo.InvariantCulture);
                if (number >= items.Count)
                {
                    return null;
                }

                (place, path) = (new Place(items, "", number, items[number]), path[index.Length..]);
            }
            else
            {
                path = path.TrimStart('.');
                if (at is not JsonObject members
                    || members.Select(member => member.Key).Where(name => IsWithin(path, name)).MaxBy(name => name.Length) is not { } name)
                {
                    return null;
                }

                (place, path) = (new Place(members, name, 0, members[name]), path[name.Length..]);
            }

            at = place.Value;
        }

        return place;
    }

    [GeneratedRegex(@"\['(?<name>[^']*)'\]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\[(?<number>[0-9]{1,6})\]")]
    private static partial Regex Index();

    private sealed record Place(JsonNode Parent, string Name, int Index, JsonNode? Value);
}
