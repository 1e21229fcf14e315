using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Copies of the data folder, each a file. Neither is done while a runner has the folder: its engines write at any time, and a copy would
/// be of several moments. Both can be interrupted: a copy counts when it is whole, and what was there is kept under another name.
/// </summary>
internal sealed class DataBackup(string data, string backups, TimeProvider time)
{
    private const string Extension = ".tar.gz";
    private const string Unfinished = ".unfinished";
    private const string StopIt = "stop it first, for it writes at any time";

    // What belongs to a running process.
    private static readonly string[] NotData = ["runner.lock", "processes.ledger", "debugger"];

    // Packages of functions and links to them are made anew of the templates at each start; this is kept.
    private const string Functions = "lambda";
    private const string KeptOfFunctions = "lambda/event-sources";

    /// <summary>The copies that are there, the newest last.</summary>
    public IReadOnlyList<FileInfo> All => Directory.Exists(backups)
        ? [.. new DirectoryInfo(backups).GetFiles($"*{Extension}").OrderBy(file => file.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>Makes a copy.</summary>
    /// <exception cref="StartupException">A runner has the data, or there is none.</exception>
    public FileInfo Create()
    {
        if (!Directory.Exists(data))
        {
            throw new StartupException($"there is no data in {data} yet: a start makes it");
        }

        using var held = DataFolder.Hold(data, StopIt);
        Directory.CreateDirectory(backups);
        var path = Path.Combine(backups, $"{Now()}{Extension}");
        var unfinished = path + Unfinished;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // The key of the tables is in it.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            using (var tar = new TarWriter(zip))
            {
                Write(tar, "");
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
        return new(path);
    }

    /// <summary>Puts the data in the place of what is there.</summary>
    /// <param name="name">The name of a copy, with or without its extension.</param>
    /// <returns>The folder that has what was there before; null: there was nothing.</returns>
    /// <exception cref="StartupException">A runner has the data, or there is no such copy, or it is damaged.</exception>
    public string? Restore(string name)
    {
        var path = Path.Combine(backups, Path.GetFileName(name.EndsWith(Extension, StringComparison.Ordinal) ? name : name + Extension));
        if (!File.Exists(path))
        {
            var there = All.Count is 0 ? "none" : string.Join(", ", All.Select(NameOf));
            throw new StartupException($"there is no backup '{name}' in {backups}; there are: {there}");
        }

        var restored = $"{data}.restored-{Now()}";
        Extract(path, restored);
        if (!Directory.Exists(data))
        {
            Directory.Move(restored, data);
            return null;
        }

        var before = $"{data}.before-{Now()}";
        using (DataFolder.Hold(data, StopIt))
        {
            if (!OperatingSystem.IsWindows())
            {
                Directory.Move(data, before);
            }
        }

        if (OperatingSystem.IsWindows())
        {
            // There a folder with an open file cannot be renamed.
            Directory.Move(data, before);
        }

        Directory.Move(restored, data);
        return before;
    }

    /// <summary>The name by which a copy is restored.</summary>
    public static string NameOf(FileInfo file) => file.Name[..^Extension.Length];

    private void Write(TarWriter tar, string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.Combine(data, folder)).Order(StringComparer.Ordinal))
        {
            var name = folder.Length is 0 ? Path.GetFileName(path) : $"{folder}/{Path.GetFileName(path)}";
            if (NotData.Contains(name) || (folder == Functions && name != KeptOfFunctions))
            {
                continue;
            }

            tar.WriteEntry(path, name);
            if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            {
                Write(tar, name);
            }
        }
    }

    private static void Extract(string path, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var file = File.OpenRead(path);
            using var zip = new GZipStream(file, CompressionMode.Decompress);
            TarFile.ExtractToDirectory(zip, folder, overwriteFiles: false);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or IOException)
        {
            Directory.Delete(folder, recursive: true);
            throw new StartupException($"the backup {path} cannot be read: {fault.Message}");
        }
    }

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HHmmss", CultureInfo.InvariantCulture);
}
