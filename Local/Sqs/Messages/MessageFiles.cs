using System.Text.Json;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>The messages of a queue on disk, a file each, so that they survive the runner.</summary>
internal sealed class MessageFiles(string folder)
{
    /// <summary>All messages, the oldest first; what a killed runner left half-written is passed over.</summary>
    public IReadOnlyList<Message> Load() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<Message>().OrderBy(message => message.Sent)]
        : [];

    /// <summary>Keeps a message.</summary>
    public void Save(Message message)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(FileOf(message.Id), JsonSerializer.SerializeToUtf8Bytes(message));
    }

    /// <summary>Removes a message.</summary>
    public void Delete(Message message) => File.Delete(FileOf(message.Id));

    private static Message? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Message>(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string FileOf(string id) => Path.Combine(folder, $"{id}.json");
}
