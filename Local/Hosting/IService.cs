using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// A service of the local cloud, such as Lambda or DynamoDB. Its life: construction (cheap), the
/// resources of its types provisioned, <see cref="Begin"/>, <see cref="StartAsync"/>, requests, disposal.
/// <para>
/// With <c>--watch</c> a changed assembly is provisioned by new instances, each of which may go on with what lasts of the one
/// before it: processes, open files, work that waits. Then <see cref="StartAsync"/> starts what is new, <see cref="TakeOver"/>
/// follows when the new instance gets the requests, and the one before gets <see cref="RetireAsync"/> and is never disposed.
/// </para>
/// </summary>
internal interface IService : IAsyncDisposable
{
    /// <summary>AWS's name of the service, for progress and messages.</summary>
    string Name { get; }

    /// <summary>The resource types that the service provisions.</summary>
    IEnumerable<IResourceType> ResourceTypes { get; }

    /// <summary>What a person must know of the service once it answers, such as a demo user: rows of the ready message.</summary>
    IEnumerable<(string Name, string Value)> ReadyRows => [];

    /// <summary>
    /// Begins what takes long, such as a database process; returns at once. Not called where no resource is of its types.
    /// </summary>
    void Begin()
    {
    }

    /// <summary>Returns once every provisioned resource answers.</summary>
    /// <exception cref="StartupException">A program is missing or something a person can mend is wrong.</exception>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>From now on requests come here and no more to the instance before: what lasts works for this one.</summary>
    void TakeOver()
    {
    }

    /// <summary>The endpoints serve, and serve this instance: what a service does by itself, such as polling, may begin.</summary>
    void BeginWork()
    {
    }

    /// <summary>Begins nothing by itself any more: the runner stops, and its endpoints will not serve much longer.</summary>
    Task PauseAsync() => Task.CompletedTask;

    /// <summary>
    /// Ends what is this instance's own and no other's: it has answered its last request, or was never to answer any.
    /// </summary>
    ValueTask RetireAsync() => ValueTask.CompletedTask;
}
