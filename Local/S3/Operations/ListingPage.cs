using System.Collections.Immutable;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>One page of a listing.</summary>
/// <param name="Objects">The objects on the page.</param>
/// <param name="CommonPrefixes">The groups on the page: prefixes that end with the delimiter.</param>
/// <param name="Next">The last key or common prefix of this page, after which the next one begins; null on the last page.</param>
internal sealed record ListingPage(IReadOnlyList<StoredObject> Objects, IReadOnlyList<string> CommonPrefixes, string? Next)
{
    /// <summary>The page behind a key or common prefix; an object and a common prefix each count as one.</summary>
    public static ListingPage Of(
        ImmutableSortedSet<StoredObject> all, string prefix, string? delimiter, string after, int size)
    {
        var objects = new List<StoredObject>();
        var groups = new List<string>();
        string? last = null;
        var begin = KeyOrder.Instance.Compare(prefix, after) > 0 ? prefix : after;
        for (var i = PositionOf(all, begin); i < all.Count && all[i].Key.StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            var key = all[i].Key;
            var group = GroupOf(key, prefix, delimiter);
            if (KeyOrder.Instance.Compare(group ?? key, after) <= 0 && after.Length > 0)
            {
                continue;
            }

            if (group is not null && groups.Count > 0 && groups[^1] == group)
            {
                continue;
            }

            if (objects.Count + groups.Count == size)
            {
                return new(objects, groups, size == 0 ? null : last);
            }

            last = group ?? key;
            if (group is null)
            {
                objects.Add(all[i]);
            }
            else
            {
                groups.Add(group);
            }
        }

        return new(objects, groups, null);
    }

    /// <summary>The common prefix that a key belongs to; null: to none.</summary>
    public static string? GroupOf(string key, string prefix, string? delimiter)
    {
        var end = string.IsNullOrEmpty(delimiter) ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter!.Length)];
    }

    private static int PositionOf(ImmutableSortedSet<StoredObject> all, string key)
    {
        var position = all.IndexOf(new() { Key = key });
        return position < 0 ? ~position : position;
    }
}
