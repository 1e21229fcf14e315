using System.Text.Json;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>The mappings that were made at run time, a file each.</summary>
internal sealed class MappingFiles(string folder)
{
    private const string Ending = ".mapping.json";

    /// <summary>Whether there are some.</summary>
    public bool Any => Files().Any();

    /// <summary>All of them; what is not a mapping is passed over.</summary>
    public IEnumerable<(string Uuid, MappingRequest Request)> All()
    {
        foreach (var file in Files().Order(StringComparer.Ordinal))
        {
            if (Read(file) is { } request)
            {
                yield return (Path.GetFileName(file)[..^Ending.Length], request);
            }
        }
    }

    /// <summary>Whether a mapping was made at run time.</summary>
    public bool Has(string uuid) => File.Exists(FileOf(uuid));

    /// <summary>Keeps a mapping.</summary>
    public void Save(string uuid, MappingRequest request)
    {
        Directory.CreateDirectory(folder);
        var written = $"{FileOf(uuid)}.new";
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(request, PropertyReader.Options));
        File.Move(written, FileOf(uuid), overwrite: true);
    }

    /// <summary>Forgets a mapping.</summary>
    public void Delete(string uuid)
    {
        if (Has(uuid))
        {
            File.Delete(FileOf(uuid));
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*{Ending}") : [];

    private string FileOf(string uuid) => Path.Combine(folder, $"{uuid}{Ending}");

    private static MappingRequest? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<MappingRequest>(File.ReadAllBytes(file), PropertyReader.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
