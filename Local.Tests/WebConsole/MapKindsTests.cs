using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.WebConsole.Map;

namespace Lexicon.Local.Tests.WebConsole;

public sealed class MapKindsTests
{
    [Fact]
    public async Task EveryResourceTypeOfTheRunner_HasItsRow_InOneListOfKinds()
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-kinds-");
        await using var cloud = new Cloud(
            TestSettings.In(folder.FullName), new CloudAssembly(folder.FullName, [], new AssetIndex()), Endpoints.From(9200),
            new NoProcesses());
        var types = cloud.Services.SelectMany(service => service.ResourceTypes).Select(type => type.Name);

        Assert.All(types, type => Assert.True(
            Lists(type) == 1,
            $"{type} is in {Lists(type)} lists of Local/WebConsole/Map/Kinds.cs: write it into one, so that the console's map knows it."));
        folder.Delete(recursive: true);
    }

    private static int Lists(string type) =>
        new[] { Kinds.IsPlace(type), Kinds.IsDetail(type), Kinds.IsPart(type) }.Count(isThere => isThere);
}
