using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.CloudFront.Cache;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class EdgeCacheTests
{
    [Fact]
    public void AnySequence_NeverAnswersAKeyWithAnothersEntry_AndStaysWithinItsCapacity() => Prop.ForAll(
        Gen.Choose(0, 30).Zip(Gen.Elements("put", "find", "remove")).Zip(Gen.Choose(0, 3000)).ListOf().ToArbitrary(),
        steps =>
        {
            var cache = new EdgeCache(20_000);
            var model = new Dictionary<string, CacheEntry>();
            foreach (var ((number, step), size) in steps)
            {
                var key = $"key{number}";
                if (step == "put")
                {
                    cache.Put(key, model[key] = Entry(key, size));
                }
                else if (step == "remove")
                {
                    cache.Remove(key);
                    model.Remove(key);
                }
                else if (cache.Find(key) is { } found)
                {
                    Assert.Same(model[key], found);
                }

                Assert.InRange(cache.Used, 0, 20_000);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnySequence_PartsOfAnObject_AreThoseThatAreThere() => Prop.ForAll(
        Gen.Choose(0, 30).Zip(Gen.Elements("put", "remove", "rule", "clear", "put", "put", "put")).ListOf().ToArbitrary(),
        steps =>
        {
            var cache = new EdgeCache(12_000);
            foreach (var (number, step) in steps)
            {
                var (key, part) = ($"key{number}", new ObjectPart($"object{number % 3}", number, number, 31));
                Action act = step switch
                {
                    "put" => () => cache.Put(key, Entry(key, 1000) with { Part = part }),
                    "remove" => () => cache.Remove(key),
                    "rule" => () => cache.Remove(entry => entry.Part!.Start == number),
                    _ => cache.Clear,
                };
                act();

                foreach (var of in (string[])["object0", "object1", "object2"])
                {
                    Assert.Equal(
                        cache.Entries.Where(entry => entry.Part!.Of == of).Select(entry => entry.Part!.Start).Order(),
                        cache.PartsOf(of).Select(entry => entry.Part!.Start).Order());
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Put_WhenFull_PushesOutWhatWasUsedLeastRecently()
    {
        var cache = new EdgeCache(4_000);
        cache.Put("a", Entry("a", 1000));
        cache.Put("b", Entry("b", 1000));
        cache.Find("a");
        cache.Put("c", Entry("c", 1000));

        Assert.NotNull(cache.Find("a"));
        Assert.Null(cache.Find("b"));
        Assert.NotNull(cache.Find("c"));
    }

    private static CacheEntry Entry(string key, int size) => new()
    {
        Status = 200,
        Headers = new HeaderDictionary(),
        Body = Encoding.UTF8.GetBytes(key.PadRight(Math.Max(size, key.Length))),
        Length = size,
        Since = DateTimeOffset.UnixEpoch,
        FreshUntil = DateTimeOffset.MaxValue,
    };
}
