using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.Compatibility;

[Trait("Kind", "Generated")]
public sealed class CompatibilityPageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-compatibility-");
    private Cloud? _cloud;

    [Fact]
    public void Page_HasWhatTheServicesDo() => new GeneratedFile("docs/compatibility.md").Is(CompatibilityPage.Write(_cloud!));

    [Fact]
    public void EveryServiceOfTheAwsEndpoint_NamesItsOperations() =>
        Assert.All(_cloud!.AwsServices, service => Assert.NotEmpty(service.Operations));

    [Fact]
    public void EveryReason_IsWrittenInWords() => Assert.All(
        _cloud!.Services.SelectMany(service => service.ResourceTypes).SelectMany(type => HonoredProperties.Of(type.Properties)),
        entry => Assert.True(entry.IgnoredBecause is null || entry.IgnoredBecause.Length > 10, entry.Path));

    public Task InitializeAsync()
    {
        _cloud = Empty();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _cloud!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Cloud Empty() => new(
        TestSettings.In(_folder.FullName),
        new CloudAssembly(_folder.FullName, [], new AssetIndex()),
        Endpoints.From(9200),
        new NoProcesses());
}
