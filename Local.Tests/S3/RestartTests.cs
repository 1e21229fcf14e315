namespace Lexicon.Local.Tests.S3;

public sealed class RestartTests
{
    [Fact]
    public async Task Restart_KeepsObjectsAndRemovesWhatACrashLeft()
    {
        var data = Directory.CreateTempSubdirectory("lexicon-s3-").FullName;
        try
        {
            await using (var storage = new RunningS3(data))
            {
                storage.Bucket("bucket");
                await storage.StartAsync();
                using var client = storage.Client();
                await client.PutObjectAsync(new() { BucketName = "bucket", Key = "Key", ContentBody = "hello", ContentType = "text/css" });
            }

            var objects = Path.Combine(data, "s3", "bucket", "objects");
            await File.WriteAllTextAsync(Path.Combine(objects, "other@0123"), "half a write");
            await File.WriteAllTextAsync(Path.Combine(data, "s3", "bucket", "incoming", "half"), "half an upload");
            await using (var storage = new RunningS3(data))
            {
                storage.Bucket("bucket");
                await storage.StartAsync();
                using var client = storage.Client();
                using var got = await client.GetObjectAsync("bucket", "Key");

                Assert.Equal("text/css", got.Headers.ContentType);
                Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
                Assert.Equal(2, Directory.GetFiles(objects).Length);
                Assert.Empty(Directory.GetFiles(Path.Combine(data, "s3", "bucket", "incoming")));
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
