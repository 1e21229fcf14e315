namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The bytes of an answer, without a copy where its stream is in memory.</summary>
internal static class AnswerBytes
{
    public static async ValueTask<ReadOnlyMemory<byte>> OfAsync(Stream? stream, CancellationToken cancellationToken)
    {
        switch (stream)
        {
            case null:
                return default;
            case MemoryStream memory when memory.TryGetBuffer(out var buffer):
                return buffer.AsMemory((int)memory.Position);
            default:
                using (var copy = new MemoryStream())
                {
                    await stream.CopyToAsync(copy, cancellationToken);
                    return copy.GetBuffer().AsMemory(0, (int)copy.Length);
                }
        }
    }
}
