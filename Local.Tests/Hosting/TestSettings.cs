using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>The settings of a runner that has everything in one folder.</summary>
internal static class TestSettings
{
    public static Settings In(string folder) => new()
    {
        Assembly = folder,
        Data = folder,
        Tools = folder,
        NodeModules = folder,
        EndpointsFile = Path.Combine(folder, "endpoints.json"),
        Port = 0,
        Concurrency = 1,
    };
}
