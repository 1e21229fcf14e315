using System.Text.Json;

namespace Lexicon.Local.Sqs.Messages;

/// <summary>The messages of a queue on disk, a file each, so that they survive the runner.</summary>
internal sealed class MessageFiles(string folder)
{
    /// <summary>All messages, the oldest first; what is not a message is passed over.</summary>
    public IReadOnlyList<Message> Load() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<Message>()
            .OrderBy(message => message.Number).ThenBy(message => message.Sent)]
        : [];

    /// <summary>Keeps a message. A runner that is killed meanwhile leaves the message as it was before.</summary>
    public void Save(Message message)
    {
        Directory.CreateDirectory(folder);
        var written = Path.Combine(folder, "next");
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(message));
        File.Move(written, FileOf(message.Id), overwrite: true);
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
