using System.Text.RegularExpressions;

namespace Lexicon.Sources.Tests.Rooms;

/// <summary>The README of a room says what it may touch, "From other rooms it takes ...", by name or by interface.</summary>
public sealed partial class RoomNeighborTests
{
    // There for all, so that a README need not name them.
    private static readonly string[] ForAll = ["Hosting", "Aws", "CloudFormation"];

    // These may use every room, or use none.
    private static readonly string[] Exempt = ["Hosting", "CloudFormation", "Watching", "WebConsole"];

    private static readonly string[] All =
        [.. Folders.In("Local").Where(folder => Folders.FilesBelow(folder, "*.cs").Any()).Select(folder => Path.GetFileName(folder))];

    public static TheoryData<string> Rooms => [.. All.Except(Exempt)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Readme_NamesTheRoomsThatItsRoomUses_AndNoOthers(string room)
    {
        var readme = File.ReadAllText(Repository.File("Local", room, RoomReadme.Name));
        var sentence = Sentence().Match(readme);
        Assert.True(sentence.Success, $"Local/{room}/{RoomReadme.Name} must have a paragraph that begins \"From other rooms it takes\".");

        var named = All.Where(other => Names(sentence.Value, other));

        Assert.Equal(UsedBy(room), named.Except(ForAll).Where(other => other != room));
    }

    private static IEnumerable<string> UsedBy(string room) =>
        Folders.FilesBelow($"Local/{room}", "*.cs")
            .SelectMany(file => Using().Matches(File.ReadAllText(Repository.File(file))))
            .Select(match => match.Groups["room"].Value)
            .Where(other => other != room && All.Contains(other))
            .Except(ForAll)
            .Order(StringComparer.Ordinal);

    private static bool Names(string sentence, string room) =>
        Regex.IsMatch(sentence, $@"\b{room}\b", RegexOptions.IgnoreCase)
        || Folders.FilesBelow($"Local/{room}", "I*.cs")
            .Any(file => sentence.Contains($"`{Path.GetFileNameWithoutExtension(file)}`", StringComparison.Ordinal));

    [GeneratedRegex(@"^From other rooms it takes(?:.+\n)+", RegexOptions.Multiline)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^using (?:static |\w+ = )?Lexicon\.Local\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
