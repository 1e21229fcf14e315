namespace Lexicon.Sources.Tests.Rooms;

/// <summary>A folder that explains itself: a project, the site, or a service of the runner.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="MostLines">How long its README may be; null: as long as it needs.</param>
internal sealed record Room(string Path, int? MostLines = 40)
{
    // Not of ours, but of .NET: how an IDE starts a project.
    private const string OfDotNet = "Properties";

    public static IReadOnlyList<Room> All { get; } =
    [
        .. Folders.Projects.Append("Site").Select(folder => new Room(folder)),
        .. Folders.In("Local").Where(folder => Folders.FilesBelow(folder, "*.cs").Any()).Select(folder => new Room(folder)),
    ];

    /// <summary>Folders within those that have a README, too. It names their files, and may be a longer text.</summary>
    public static IReadOnlyList<Room> Inner { get; } =
    [
        .. Folders.Projects
            .SelectMany(project => Folders.FilesBelow(project, RoomReadme.Name))
            .Select(readme => readme[..^(RoomReadme.Name.Length + 1)])
            .Except(All.Select(room => room.Path))
            .Select(folder => new Room(folder, MostLines: null)),
    ];

    public RoomReadme Readme => new(this);

    /// <summary>What its README has to name: its files of C#, and its folders with a slash at the end.</summary>
    public IEnumerable<string> Entries =>
    [
        .. Folders.FilesIn(Path, "*.cs").Select(file => System.IO.Path.GetFileName(file)),
        .. Folders.In(Path).Select(folder => System.IO.Path.GetFileName(folder)).Where(name => name != OfDotNet).Select(name => $"{name}/"),
    ];

    public bool Has(string entry) =>
        entry.EndsWith('/') ? Directory.Exists(Repository.File(Path, entry)) : File.Exists(Repository.File(Path, entry));
}
