namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>The bytes of an event, from whatever stream carries it.</summary>
internal static class EventBytes
{
    public static byte[] Of(Stream stream)
    {
        if (stream is MemoryStream memory)
        {
            return memory.ToArray();
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
