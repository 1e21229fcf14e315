using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.S3.Operations;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.Tests.S3;

public sealed class ListingTests
{
    private static readonly Gen<string> Key = Gen.Elements("a", "b", "/", "//", "é").ListOf().Select(string.Concat);

    [Fact]
    public async Task ListObjectsV2_PagesWithPrefixAndDelimiter()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        foreach (var key in (string[])["a/1", "a/2", "a/b/3", "a/c/4", "b/5"])
        {
            await client.PutObjectAsync(new() { BucketName = "bucket", Key = key, ContentBody = key });
        }

        var first = await client.ListObjectsV2Async(new() { BucketName = "bucket", Prefix = "a/", Delimiter = "/", MaxKeys = 3 });
        var second = await client.ListObjectsV2Async(new()
        {
            BucketName = "bucket",
            Prefix = "a/",
            Delimiter = "/",
            MaxKeys = 3,
            ContinuationToken = first.NextContinuationToken,
        });

        Assert.Equal(["a/1", "a/2"], first.S3Objects.Select(entry => entry.Key));
        Assert.Equal(["a/b/"], first.CommonPrefixes);
        Assert.True(first.IsTruncated);
        Assert.Equal(3, first.KeyCount);
        Assert.Equal(["a/c/"], second.CommonPrefixes);
        Assert.False(second.IsTruncated);
        Assert.Null(second.NextContinuationToken);
    }

    [Fact]
    public async Task ListObjects_OfOlderClients_PagesByMarker()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "a", ContentBody = "1" });
        await client.PutObjectAsync(new() { BucketName = "bucket", Key = "b", ContentBody = "2" });

        var page = await client.ListObjectsAsync(new Amazon.S3.Model.ListObjectsRequest { BucketName = "bucket", Marker = "a" });

        Assert.Equal(["b"], page.S3Objects.Select(entry => entry.Key));
    }

    [Fact]
    public async Task ListBuckets_NamesTheBuckets()
    {
        await using var storage = await RunningS3.WithBucketAsync();
        using var client = storage.Client();

        Assert.Equal(["bucket"], (await client.ListBucketsAsync()).Buckets.Select(bucket => bucket.BucketName));
    }

    [Fact]
    public void Pages_OfAnyKeys_PrefixDelimiterAndSize_AreTheModelsWithoutLossOrRepeat() => Prop.ForAll(
        Key.ListOf().ToArbitrary(),
        Key.ToArbitrary(),
        Gen.Elements(null, "/", "//", "b/").Zip(Gen.Choose(1, 4)).ToArbitrary(),
        (keys, prefix, settings) =>
        {
            var (delimiter, size) = settings;
            var all = keys.Distinct().Where(key => key.Length > 0).Select(
                key => new StoredObject { Key = key }).ToImmutableSortedSet<StoredObject>(KeyOrder.Instance);
            var listed = new List<string>();
            var after = "";
            while (true)
            {
                var page = ListingPage.Of(all, prefix, delimiter, after, size);
                listed.AddRange(page.Objects.Select(entry => entry.Key).Concat(page.CommonPrefixes).Order(KeyOrder.Instance));
                if (page.Next is null)
                {
                    break;
                }

                Assert.Equal(size, page.Objects.Count + page.CommonPrefixes.Count);
                after = page.Next;
            }

            Assert.Equal(Model(all, prefix, delimiter), listed);
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Model(IEnumerable<StoredObject> all, string prefix, string? delimiter) => all
        .Select(stored => stored.Key)
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(
            key => delimiter is not null && key[prefix.Length..].Split(delimiter) is [var head, _, ..] ? prefix + head + delimiter : key)
        .Distinct()
        .OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
}
