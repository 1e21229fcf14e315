using System.Collections.Immutable;
using System.Text.Json;

namespace Lexicon.Local.S3.Storage;

/// <summary>
/// The objects of one bucket as files in one folder: the content in a file of its own for every write, and beside it a
/// sidecar whose renaming commits the write. A reader sees the object before or after a write, never between; a write
/// that a crash cut short leaves the object before, and its file is removed at the next start.
/// </summary>
internal sealed class ObjectStore
{
    private const string Sidecar = "@.json";
    private readonly string _objects;
    private readonly string _incoming;
    private readonly TimeProvider _time;
    private readonly Lock _writing = new();
    private ImmutableSortedSet<StoredObject> _index;

    /// <summary>Opens the store, with what an earlier run left.</summary>
    public ObjectStore(string folder, TimeProvider time)
    {
        _time = time;
        _objects = Path.Combine(folder, "objects");
        _incoming = Path.Combine(folder, "incoming");
        Directory.CreateDirectory(_objects);
        if (Directory.Exists(_incoming))
        {
            Directory.Delete(_incoming, recursive: true);
        }

        Directory.CreateDirectory(_incoming);
        _index = ReadSidecars();
        RemoveOrphans();
    }

    /// <summary>Every object, in the order of keys, as of now.</summary>
    public ImmutableSortedSet<StoredObject> Objects => Volatile.Read(ref _index);

    /// <summary>The object with this key, or null.</summary>
    public StoredObject? Find(string key) => Objects.TryGetValue(new() { Key = key }, out var found) ? found : null;

    /// <summary>Receives content into a file of its own.</summary>
    /// <param name="body">Read to its end.</param>
    /// <param name="checksumAlgorithm">A further checksum to compute, or null.</param>
    /// <param name="cancellation">Ends the reading; nothing is left then.</param>
    public Task<Upload> ReceiveAsync(Stream body, string? checksumAlgorithm, CancellationToken cancellation) =>
        Receiver.ReceiveAsync(body, Path.Combine(_incoming, Guid.NewGuid().ToString("N")), checksumAlgorithm, cancellation);

    /// <summary>Makes received content the object's content; its size, time and file are filled in here.</summary>
    /// <param name="upload">Taken over.</param>
    /// <param name="described">Key, ETag and metadata.</param>
    /// <param name="precondition">Sees what is there, atomically with the write; throws to refuse it.</param>
    public StoredObject Commit(Upload upload, StoredObject described, Action<StoredObject?>? precondition = null)
    {
        var name = ObjectName.Of(described.Key);
        var stored = described with
        {
            Size = upload.Size,
            LastModified = _time.GetUtcNow(),
            File = $"{name}@{Guid.NewGuid():N}",
        };
        lock (_writing)
        {
            var before = Find(described.Key);
            precondition?.Invoke(before);
            File.Move(upload.Path, PathOf(stored));
            WriteSidecar(name, stored);
            Volatile.Write(ref _index, (before is null ? _index : _index.Remove(before)).Add(stored));
            if (before is not null)
            {
                File.Delete(PathOf(before));
            }
        }

        return stored;
    }

    /// <summary>Removes the object; false if there was none.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="precondition">As in <see cref="Commit"/>.</param>
    public bool Remove(string key, Action<StoredObject?>? precondition = null)
    {
        lock (_writing)
        {
            var before = Find(key);
            precondition?.Invoke(before);
            if (before is null)
            {
                return false;
            }

            File.Delete(Path.Combine(_objects, ObjectName.Of(key) + Sidecar));
            Volatile.Write(ref _index, _index.Remove(before));
            File.Delete(PathOf(before));
            return true;
        }
    }

    /// <summary>Gives the object other tags; nothing else of it changes. False if there is none.</summary>
    public bool Tag(string key, IReadOnlyList<ObjectTag> tags)
    {
        lock (_writing)
        {
            if (Find(key) is not { } before)
            {
                return false;
            }

            var tagged = before with { Tags = tags };
            WriteSidecar(ObjectName.Of(key), tagged);
            Volatile.Write(ref _index, _index.Remove(before).Add(tagged));
            return true;
        }
    }

    /// <summary>
    /// Opens the content of the object with this key; null if there is none. What was opened stays whole when the object
    /// is overwritten or removed meanwhile.
    /// </summary>
    public (StoredObject Object, Stream Content)? Open(string key)
    {
        lock (_writing)
        {
            return Find(key) is { } found
                ? (found, new FileStream(PathOf(found), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, true))
                : null;
        }
    }

    private string PathOf(StoredObject stored) => Path.Combine(_objects, stored.File);

    private void WriteSidecar(string name, StoredObject stored)
    {
        var temporary = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(stored));
        File.Move(temporary, Path.Combine(_objects, name + Sidecar), overwrite: true);
    }

    private ImmutableSortedSet<StoredObject> ReadSidecars() => Directory
        .EnumerateFiles(_objects, "*" + Sidecar)
        .Select(path => JsonSerializer.Deserialize<StoredObject>(File.ReadAllBytes(path))!)
        .ToImmutableSortedSet(KeyOrder.Instance);

    private void RemoveOrphans()
    {
        var known = _index.Select(stored => stored.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_objects))
        {
            var name = Path.GetFileName(path);
            if (!name.EndsWith(Sidecar, StringComparison.Ordinal) && !known.Contains(name))
            {
                File.Delete(path);
            }
        }
    }
}
