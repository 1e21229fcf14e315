using System.Text.RegularExpressions;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>
/// The README of a room, whose lists name the room's files: <c>- `File.cs`: what it does</c>, or with a number in place of the dash.
/// </summary>
internal sealed partial class RoomReadme(Room room)
{
    /// <summary>The name of the file.</summary>
    public const string Name = "README.md";

    private string File => $"{room.Path}/{Name}";

    /// <summary>What is wrong with it, in sentences.</summary>
    public IEnumerable<string> Faults()
    {
        if (!System.IO.File.Exists(Repository.File(File)))
        {
            return [$"{File} is missing. It has to name {string.Join(", ", room.Entries)}."];
        }

        var lines = System.IO.File.ReadAllLines(Repository.File(File));
        var named = Named(lines).ToList();
        return
        [
            .. lines.Length > room.MostLines ? [$"{File} has {lines.Length} lines: it may have {room.MostLines}."] : Array.Empty<string>(),
            .. room.Entries.Except(named)
                .Select(entry => $"{File} does not name {entry}: write \"- `{entry}`: what it does\" where it belongs."),
            .. named.Where(entry => !room.Has(entry)).Select(entry => $"{File} names {entry}, which is not in {room.Path}."),
        ];
    }

    /// <summary>The files and folders that the lists name before their colons.</summary>
    internal static IEnumerable<string> Named(IEnumerable<string> lines) =>
        from item in Item().Matches(string.Join('\n', lines))
        from name in EntryName().Matches(item.Groups["names"].Value)
        select name.Groups[1].Value;

    // A list's item that begins with names and a colon; further names may stand in further lines.
    [GeneratedRegex(@"^(?:-|\d+\.) (?<names>`[^`]+`(?:,\s+`[^`]+`)*)(?::\s|$)", RegexOptions.Multiline)]
    private static partial Regex Item();

    // A file's name has an extension, a folder's ends with a slash.
    [GeneratedRegex(@"`([\w./-]+(?:/|\.(?:cs|c|mjs|js|json|html|css|svg|csproj|props|targets|proj|sh|pem|txt)))`")]
    private static partial Regex EntryName();
}
