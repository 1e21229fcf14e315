using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.S3;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.S3.Deployment;

namespace Lexicon.Local.Tests.S3;

public sealed class DeploymentTests
{
    [Fact]
    public async Task Deployment_CopiesFilesWithGuessedTypesAndReplacesMarkers()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Assets.Folder("site.zip", ("index.html", "<p>"), ("js/app.mjs", "<<marker:0xbaba:0>>"), ("unknown.xyz", "?"));
        storage.Assets.Folder("config.zip", ("config.json", "{\"issuer\":\"<<marker:0xbaba:0>>\",\"clientId\":\"<<marker:0xbaba:1>>\"}"));

        Deploy(storage, "Pages", ["site.zip", "config.zip"], new
        {
            SourceMarkers = new object[]
            {
                new { },
                new Dictionary<string, string> { ["<<marker:0xbaba:0>>"] =
                    "http://localhost:9202/pool", ["<<marker:0xbaba:1>>"] = "client" },
            },
            SystemMetadata = new Dictionary<string, string> { ["cache-control"] = "public, max-age=0" },
            UserMetadata = new Dictionary<string, string> { ["Release"] = "7" },
        });
        await storage.StartAsync();
        using var client = storage.Client();

        Assert.Equal(("text/html", "<p>"), await ReadAsync(client, "index.html"));
        Assert.Equal(("text/javascript", "<<marker:0xbaba:0>>"), await ReadAsync(client, "js/app.mjs"));
        Assert.Equal(("binary/octet-stream", "?"), await ReadAsync(client, "unknown.xyz"));
        Assert.Equal(
            ("application/json", "{\"issuer\":\"http://localhost:9202/pool\",\"clientId\":\"client\"}"), await ReadAsync(
                client, "config.json"));
        using var got = await client.GetObjectAsync("bucket", "index.html");
        Assert.Equal("public, max-age=0", got.Headers.CacheControl);
        Assert.Equal("7", got.Metadata["x-amz-meta-release"]);
    }

    [Fact]
    public async Task Markers_AreWrittenForThePlaceWhereTheyStand_AndTheLastSourcesMayHaveNone()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Assets.Folder(
            "config.zip", ("config.json", "{\"quoted\":\"<1>\",\"list\":<2>,\"value\":<3>}"), ("config.yaml", "a: <4>\nb: <5>"));
        storage.Assets.Folder("plain.zip", ("plain.txt", "<1>"));

        Deploy(storage, "Pages", ["config.zip", "plain.zip"], new
        {
            SourceMarkers = new object[]
            {
                new Dictionary<string, object>
                {
                    ["<1>"] =
                        "a \"quoted\" pîece <b>", ["<2>"] = new[] { "x", "y" }, ["<3>"] = "v", ["<4>"] = "plain-text", ["<5>"] = "Yes",
                },
            },
            SourceMarkersConfig = new object[]
            {
                new
                {
                    jsonEscape = "true",
                    markerEncodings = new Dictionary<string, string> { ["<3>"] =
                        "JSON_VALUE", ["<4>"] = "YAML_STRING", ["<5>"] = "YAML_STRING" },
                },
            },
        });
        await storage.StartAsync();
        using var client = storage.Client();

        Assert.Equal(
            """{"quoted":"a \"quoted\" p\u00eeece <b>","list":["x", "y"],"value":"v"}""", (await ReadAsync(client, "config.json")).Content);
        Assert.Equal("a: plain-text\nb: \"Yes\"", (await ReadAsync(client, "config.yaml")).Content);
        Assert.Equal("<1>", (await ReadAsync(client, "plain.txt")).Content);
    }

    [Theory]
    [InlineData("ROT13", "there is no encoding 'ROT13'")]
    [InlineData("LITERAL", "the encoding LITERAL is for text, and the value of <1> is not text")]
    public async Task Markers_ThatCannotBeWritten_AreRefusedByName(string encoding, string why)
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Assets.Folder("site.zip");

        var refusal = Assert.Throws<StartupException>(() => Deploy(storage, "Pages", ["site.zip"], new
        {
            SourceMarkers = new[] { new Dictionary<string, object> { ["<1>"] = new[] { "x" } } },
            SourceMarkersConfig = new[] { new { markerEncodings = new Dictionary<string, string> { ["<1>"] = encoding } } },
        }));

        Assert.Equal(
            $"Test/Pages (Custom::CDKBucketDeployment): property 'SourceMarkersConfig[0]' is not supported locally: {why}",
            refusal.Message);
    }

    [Fact]
    public async Task Archive_IsUnpackedBelowThePrefix_OrCopiedAsItIs()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        var archive = Archive(("a/b.txt", "one"), ("a/", ""));
        storage.Assets.Archive("archive.zip", archive);

        Deploy(storage, "Unpacked", ["archive.zip"], new { DestinationBucketKeyPrefix = "/unpacked/", Prune = false });
        Deploy(storage, "Packed", ["archive.zip"], new { Extract = "false", Prune = "false" });
        await storage.StartAsync();
        using var client = storage.Client();

        Assert.Equal(["archive.zip", "unpacked/a/b.txt"], await KeysAsync(client));
    }

    [Fact]
    public async Task Prune_RemovesWhatNoSourceHas_BelowThePrefixAndOutsideTheExcluded()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Assets.Folder("site.zip", ("new.txt", "new"), ("skipped.map", "map"));
        storage.Assets.Folder("first.zip", ("other", "1"), ("pages/old.txt", "2"), ("pages/kept.map", "3"));

        Deploy(storage, "First", ["first.zip"]);
        Deploy(storage, "Second", ["site.zip"], new { DestinationBucketKeyPrefix = "pages", Exclude = new[] { "*.map" } });
        await storage.StartAsync();
        using var client = storage.Client();

        Assert.Equal(["other", "pages/kept.map", "pages/new.txt"], await KeysAsync(client));
    }

    [Fact]
    public async Task SecondDeploymentIntoABucket_PrunesTheFirstsFilesAsOnAws()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Assets.Folder("one.zip", ("one", "1"));
        storage.Assets.Folder("two.zip", ("two", "2"));

        Deploy(storage, "One", ["one.zip"]);
        Deploy(storage, "Two", ["two.zip"]);
        await storage.StartAsync();
        using var client = storage.Client();

        Assert.Equal(["two"], await KeysAsync(client));
    }

    [Fact]
    public async Task NextStart_DeploysOnlyWhatChanged_AndUnchangedFilesKeepTheirTime()
    {
        var data = Directory.CreateTempSubdirectory("lexicon-s3-").FullName;
        var files = new[] { ("same", "same"), ("changed", "one") };
        try
        {
            await using (var storage = await StartAsync(data, "1.zip", files))
            {
                using var client = storage.Client();
                await client.PutObjectAsync(new() { BucketName = "bucket", Key = "by-hand", ContentBody = "x" });
            }

            DateTime? time;
            await using (var storage = await StartAsync(data, "1.zip", files))
            {
                using var client = storage.Client();
                time = (await client.GetObjectMetadataAsync("bucket", "same")).LastModified;
                Assert.Equal(["by-hand", "changed", "same"], await KeysAsync(client));
            }

            await using (var storage = await StartAsync(data, "2.zip", [("same", "same"), ("changed", "two")]))
            {
                using var client = storage.Client();
                Assert.Equal(["changed", "same"], await KeysAsync(client));
                Assert.Equal("two", (await ReadAsync(client, "changed")).Content);
                Assert.Equal(time, (await client.GetObjectMetadataAsync("bucket", "same")).LastModified);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Metadata_ThatS3DoesNotKeep_IsRefusedByName()
    {
        await using var storage = new RunningS3();
        storage.Bucket("bucket");
        storage.Assets.Folder("site.zip");

        var refusal = Assert.Throws<StartupException>(() =>
            Deploy(storage, "Pages", ["site.zip"], new { SystemMetadata = new Dictionary<string, string> { ["acl"] = "public-read" } }));

        Assert.Equal(
            "Test/Pages (Custom::CDKBucketDeployment): property 'SystemMetadata.acl' is not supported locally: no such metadata of an "
                + "object is kept",
            refusal.Message);
    }

    [Theory]
    [InlineData("a.txt", new[] { "*.txt" }, new string[0], false)]
    [InlineData("deep/a.txt", new[] { "*.txt" }, new string[0], false)]
    [InlineData("deep/a.txt", new[] { "*" }, new[] { "deep/*" }, true)]
    [InlineData("deep/a.txt", new[] { "a.txt" }, new string[0], true)]
    [InlineData("a1", new[] { "a[0-9]" }, new string[0], false)]
    [InlineData("ab", new[] { "a[!b]" }, new string[0], true)]
    [InlineData("a.b", new[] { "a?b" }, new string[0], false)]
    public void Filter_TakesAsTheCliDoes(string path, string[] exclude, string[] include, bool takes) =>
        Assert.Equal(takes, new SyncFilter(exclude, include).Takes(path));

    private static async Task<RunningS3> StartAsync(string data, string asset, (string Path, string Content)[] files)
    {
        var storage = new RunningS3(data);
        storage.Bucket("bucket");
        storage.Assets.Folder(asset, files);
        Deploy(storage, "Pages", [asset]);
        await storage.StartAsync();
        return storage;
    }

    private static void Deploy(RunningS3 storage, string id, string[] keys, object? more = null)
    {
        var properties = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        properties["ServiceToken"] = "arn:replaced";
        properties["SourceBucketNames"] = new JsonArray([.. keys.Select(_ => (JsonNode)"assets")]);
        properties["SourceObjectKeys"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]);
        properties["DestinationBucketName"] = "bucket";
        storage.Provision("Custom::CDKBucketDeployment", id, properties);
    }

    private static byte[] Archive(params (string Path, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    private static async Task<IEnumerable<string>> KeysAsync(AmazonS3Client client) =>
        (await client.ListObjectsV2Async(new() { BucketName = "bucket" })).S3Objects.Select(entry => entry.Key);

    private static async Task<(string Type, string Content)> ReadAsync(AmazonS3Client client, string key)
    {
        using var got = await client.GetObjectAsync("bucket", key);
        return (got.Headers.ContentType, await new StreamReader(got.ResponseStream).ReadToEndAsync());
    }
}
