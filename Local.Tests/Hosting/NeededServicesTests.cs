using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.CloudFormation;

namespace Lexicon.Local.Tests.Hosting;

public sealed class NeededServicesTests
{
    // Neither Java nor DynamoDB Local nor cognito-local is in the folder of tools, and no process may be started.
    [Fact]
    public async Task AssemblyWithoutTable_NeedsNoDatabase_AndStarts()
    {
        using var folder = new AssemblyFolder();
        folder.With("Pages", """{"Resources":{"Pages":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"pages"}}}}""");
        var data = Directory.CreateTempSubdirectory("lexicon-data-");
        try
        {
            await using var cloud = new Cloud(TestSettings.In(data.FullName), folder.Load(), Endpoints.From(9200), new NoProcesses());

            cloud.Begin(cloud.Provision());
            await cloud.StartAsync(default);

            Assert.Equal(["pages"], Directory.EnumerateDirectories(Path.Combine(data.FullName, "s3")).Select(Path.GetFileName));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
