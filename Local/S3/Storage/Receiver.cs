using System.Buffers;
using System.Security.Cryptography;

namespace Lexicon.Local.S3.Storage;

/// <summary>Writes a request body to a file and hashes it on the way.</summary>
internal static class Receiver
{
    /// <summary>Receives the body; the file is gone again when that fails.</summary>
    public static async Task<Upload> ReceiveAsync(
        Stream body, string path, string? checksumAlgorithm, CancellationToken cancellation)
    {
        // S3's ETag is an MD5 by definition; nothing here rests on its strength.
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var checksum = checksumAlgorithm is null ? null : Checksum.Create(checksumAlgorithm);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        long size = 0;
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, true))
            {
                int read;
                while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
                {
                    md5.AppendData(buffer.AsSpan(0, read));
                    checksum?.Append(buffer.AsSpan(0, read));
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                    size += read;
                }
            }

            return new Upload(path, size, md5.GetHashAndReset())
            {
                Checksum = checksum is null ? null : new(checksumAlgorithm!, checksum.ToBase64()),
            };
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
