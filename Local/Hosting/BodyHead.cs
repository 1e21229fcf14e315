using System.Buffers;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Hosting;

/// <summary>The beginning of a body, kept as it passes, and how long the body was.</summary>
internal sealed class BodyHead
{
    /// <summary>The most bytes that are kept.</summary>
    public const int Most = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _kept = new();

    /// <summary>What is kept.</summary>
    public ReadOnlyMemory<byte> Bytes => _kept.WrittenMemory;

    /// <summary>The bytes that have passed.</summary>
    public long Length { get; private set; }

    /// <summary>Some more has passed.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _kept.Write(bytes[..Math.Min(bytes.Length, Most - _kept.WrittenCount)]);
        Length += bytes.Length;
    }

    /// <summary>The same body, which is kept as it is read.</summary>
    public Stream Over(Stream body) => new Heard(body, this);

    private sealed class Heard(Stream body, BodyHead head) : ReadOnlyStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await body.ReadAsync(buffer, cancellationToken);
            head.Add(buffer.Span[..count]);
            return count;
        }
    }
}
