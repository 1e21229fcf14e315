using Lexicon.Local.Assembly;

namespace Lexicon.Local.Hosting;

/// <summary>
/// A service of the local cloud, such as Lambda or DynamoDB. Its life: construction (cheap), <see cref="Begin"/>, the
/// resources of its types realised, <see cref="StartAsync"/>, requests, disposal.
/// </summary>
internal interface IService : IAsyncDisposable
{
    /// <summary>AWS's name of the service, for progress and messages.</summary>
    string Name { get; }

    /// <summary>The resource types that the service realises.</summary>
    IEnumerable<IResourceType> ResourceTypes { get; }

    /// <summary>What a person must know of the service once it answers, such as a demo user: rows of the ready message.</summary>
    IEnumerable<(string Name, string Value)> ReadyRows => [];

    /// <summary>Begins what takes long and needs no resource, such as a database process; returns at once.</summary>
    void Begin()
    {
    }

    /// <summary>Returns once every realised resource answers.</summary>
    /// <exception cref="Refusal">A program is missing or something a person can mend is wrong.</exception>
    Task StartAsync(CancellationToken cancellation);
}
