using System.Text.Json;

namespace Lexicon.Local.EventBridge.Delivery;

/// <summary>The deliveries that are tried again, a file each, so that they survive the runner.</summary>
internal sealed class DeliveryFiles(string folder)
{
    /// <summary>All of them, the oldest first; what is not one is passed over.</summary>
    public IReadOnlyList<PendingDelivery> Load() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<PendingDelivery>().OrderBy(one => one.Ingested)]
        : [];

    /// <summary>Keeps a delivery. A runner that is killed meanwhile leaves it as it was before.</summary>
    public void Save(PendingDelivery delivery)
    {
        Directory.CreateDirectory(folder);
        var written = Path.Combine(folder, $"{delivery.Id}.next");
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(delivery));
        File.Move(written, FileOf(delivery), overwrite: true);
    }

    /// <summary>Forgets a delivery.</summary>
    public void Delete(PendingDelivery delivery)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(FileOf(delivery));
        }
    }

    private static PendingDelivery? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<PendingDelivery>(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string FileOf(PendingDelivery delivery) => Path.Combine(folder, $"{delivery.Id}.json");
}
