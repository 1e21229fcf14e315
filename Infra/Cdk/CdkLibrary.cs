using Amazon.CDK;
using Amazon.JSII.Runtime.Services;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lexicon.Infra.Cdk;

/// <summary>
/// The CDK's library, which runs in Node. Started here rather than by the first call to it, it starts sooner, and whoever started it
/// can end it: then its packages (65 MB, unpacked for each run) are removed from the folder for temporary files, where they would stay.
/// See https://github.com/aws/jsii/tree/main/packages/%40jsii/dotnet-runtime.
/// </summary>
internal static class CdkLibrary
{
    /// <summary>Starts it. It ends, and nothing can be declared any more, when the answer is disposed of.</summary>
    public static IDisposable Start()
    {
        // Before its first call each of its thirty thousand types in .NET is looked at: they are loaded while Node starts.
        _ = Task.Run(typeof(App).Assembly.GetTypes);

        // A logger to the console takes longer than a stack, and has nothing to say: what Node writes is shown without it.
        var services = ServiceContainer.BuildServiceProvider(NullLoggerFactory.Instance);
        ServiceContainer.ServiceProviderOverride = services;
        return services;
    }
}
