using System.Globalization;
using System.Text.Json;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Storage;

/// <summary>
/// The unfinished multipart uploads of one bucket, a folder each: <c>upload.json</c> describes the object to be, and each
/// part is a file whose name says its number, size, MD5 and checksum, so that one renaming commits it.
/// </summary>
internal sealed class MultipartUploads(string folder, TimeProvider time)
{
    private const string Description = "upload.json";
    private readonly Lock _changing = new();

    /// <summary>Begins an upload and returns its id.</summary>
    public string Begin(StoredObject described)
    {
        var id = Guid.NewGuid().ToString("N");
        var path = Directory.CreateDirectory(Path.Combine(folder, id)).FullName;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(described with { LastModified = time.GetUtcNow() });
        File.WriteAllBytes(Path.Combine(path, Description), bytes);
        return id;
    }

    /// <summary>The uploads under way, by key and then by age.</summary>
    public IReadOnlyList<(string Id, StoredObject Described)> All() => !Directory.Exists(folder) ? [] :
    [
        .. from path in Directory.EnumerateDirectories(folder)
           where File.Exists(Path.Combine(path, Description))
           let id = Path.GetFileName(path)
           let described = Read(path)
           orderby described.Key, described.LastModified
           select (id, described),
    ];

    /// <summary>What the upload with this id will be.</summary>
    /// <exception cref="S3Exception">There is none, or it is for another key.</exception>
    public StoredObject Find(string id, string key)
    {
        // The id comes from outside and becomes a path only if it is one of ours.
        var path = Guid.TryParseExact(id, "N", out _) ? Path.Combine(folder, id) : null;
        return path is not null && File.Exists(Path.Combine(path, Description)) && Read(path) is { } described && described.Key == key
            ? described
            : throw S3Exception.NoSuchUpload(id);
    }

    /// <summary>Adds a part, in place of an earlier one with its number.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="number">The part's number.</param>
    /// <param name="upload">Taken over.</param>
    /// <param name="checksum">The part's checksum in Base64, if the upload has an algorithm.</param>
    public Part Add(string id, int number, Upload upload, string? checksum)
    {
        var part = new Part(number, upload.Size, Convert.ToHexStringLower(upload.Md5), checksum);
        lock (_changing)
        {
            var before = Parts(id).FirstOrDefault(other => other.Number == number);
            File.Move(upload.Path, PathOf(id, part), overwrite: true);
            if (before is not null && before != part)
            {
                File.Delete(PathOf(id, before));
            }
        }

        return part;
    }

    /// <summary>The parts that have arrived, by number.</summary>
    public IReadOnlyList<Part> Parts(string id) =>
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(folder, id))
           let fields = Path.GetFileName(path).Split('-')
           where fields.Length is 3 or 4
           let checksum = fields.Length == 4 ? Convert.ToBase64String(Convert.FromHexString(fields[3])) : null
           let part = new Part(Number(fields[0]), long.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], checksum)
           orderby part.Number
           select part,
    ];

    /// <summary>Opens a part.</summary>
    public Stream Open(string id, Part part) => File.OpenRead(PathOf(id, part));

    /// <summary>Ends the upload and removes its parts.</summary>
    public void Remove(string id) => Directory.Delete(Path.Combine(folder, id), recursive: true);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static StoredObject Read(string path) =>
        JsonSerializer.Deserialize<StoredObject>(File.ReadAllBytes(Path.Combine(path, Description)))!;

    private string PathOf(string id, Part part)
    {
        var checksum = part.Checksum is null ? "" : $"-{Convert.ToHexStringLower(Convert.FromBase64String(part.Checksum))}";
        return Path.Combine(folder, id, string.Create(CultureInfo.InvariantCulture, $"{part.Number:D5}-{part.Size}-{part.Md5}{checksum}"));
    }

    /// <summary>A part that has arrived.</summary>
    /// <param name="Number">From 1 to 10,000.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Md5">In hexadecimal.</param>
    /// <param name="Checksum">In Base64, of the upload's algorithm; null when it has none.</param>
    internal sealed record Part(int Number, long Size, string Md5, string? Checksum)
    {
        /// <summary>The ETag that the client got for it.</summary>
        public string ETag => $"\"{Md5}\"";
    }
}
