namespace Lexicon.Local.CloudFront.Origins;

/// <summary>The beginning of a body that may be too large to keep.</summary>
/// <param name="Bytes">What was read.</param>
/// <param name="IsWhole">Whether that is all.</param>
internal sealed record LimitedBody(ReadOnlyMemory<byte> Bytes, bool IsWhole)
{
    /// <summary>Reads to the end, or a little over the limit.</summary>
    /// <exception cref="OriginException">The origin broke off.</exception>
    public static async Task<LimitedBody> ReadAsync(Stream body, long limit)
    {
        try
        {
            using var read = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int count;
            while ((count = await body.ReadAsync(buffer)) > 0)
            {
                read.Write(buffer, 0, count);
                if (read.Length > limit)
                {
                    return new(read.ToArray(), IsWhole: false);
                }
            }

            return new(read.ToArray(), IsWhole: true);
        }
        catch (Exception mistake) when (mistake is IOException or HttpRequestException)
        {
            throw new OriginException(502, "CloudFront wasn't able to connect to the origin.", mistake);
        }
    }
}
