namespace Lexicon.Sources.Tests.Rooms;

/// <summary>Each room explains itself, and what it says of its files is so.</summary>
public sealed class RoomReadmeTests
{
    public static TheoryData<string> Rooms => [.. Room.All.Concat(Room.Inner).Select(room => room.Path)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Readme_NamesTheFilesOfItsRoom(string room)
    {
        var faults = Room.All.Concat(Room.Inner).Single(one => one.Path == room).Readme.Faults().ToList();

        Assert.True(faults.Count is 0, string.Join('\n', faults));
    }

    [Fact]
    public void Names_AreWhatAnItemBeginsWith() => Assert.Equal(
        ["A.cs", "B.cs", "C.cs", "D/", "E/F.cs", "G.mjs"],
        RoomReadme.Named(
        [
            "# Room with `Title.cs`",
            "- `A.cs`, `B.cs`,",
            "  `C.cs`: what they do, with `NoName.cs`: nothing.",
            "- `D/`: a folder.",
            "1. `E/F.cs`: a file in a folder; see https://example.org/`NoName.cs`.",
            "2. `G.mjs`",
            "- A word, no name, and `--option`: `NoName.cs`.",
            "Text: `NoName.cs`.",
        ]));
}
