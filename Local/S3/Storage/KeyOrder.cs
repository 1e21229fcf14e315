namespace Lexicon.Local.S3.Storage;

/// <summary>
/// The order of listings: UTF-8 binary order, which differs from the order of UTF-16 code units for characters beyond the basic plane
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html).
/// </summary>
internal sealed class KeyOrder : IComparer<string>, IComparer<StoredObject>
{
    /// <summary>The one instance.</summary>
    public static KeyOrder Instance { get; } = new();

    public int Compare(StoredObject? x, StoredObject? y) => Compare(x?.Key, y?.Key);

    public int Compare(string? x, string? y)
    {
        var common = x.AsSpan().CommonPrefixLength(y);
        var left = x.AsSpan(common);
        var right = y.AsSpan(common);
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.Length - right.Length;
        }

        // Surrogates encode the highest code points, so they sort behind every other code unit.
        return (char.IsSurrogate(left[0]), char.IsSurrogate(right[0])) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => left[0] - right[0],
        };
    }
}
