using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Watching;

/// <summary>
/// The cloud that gets the requests, until a newer one takes over. A request is answered by the cloud that it came to; that one
/// retires after its last.
/// </summary>
internal sealed class RunningCloud : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Settings _settings;
    private readonly Endpoints _endpoints;
    private readonly IChildProcesses _processes;
    private Generation _current;

    private RunningCloud(Settings settings, Endpoints endpoints, IChildProcesses processes, Generation first)
    {
        _settings = settings;
        _endpoints = endpoints;
        _processes = processes;
        _current = first;
    }

    /// <summary>CloudFront, as it is now.</summary>
    public IHttpEndpoint Site => new Endpoint(this, cloud => cloud.Site);

    /// <summary>API Gateway, as it is now.</summary>
    public IHttpEndpoint Api => new Endpoint(this, cloud => cloud.Api);

    /// <summary>The wire protocols, as they are now.</summary>
    public IHttpEndpoint Aws => new Endpoint(this, cloud => cloud.Aws);

    /// <summary>The runner's own page, of what is there now.</summary>
    public IHttpEndpoint Console => new Endpoint(this, cloud => cloud.Console);

    /// <summary>What is provisioned now.</summary>
    public ResourceGraph Graph => _current.Graph;

    /// <summary>What the ready message says of the services.</summary>
    public IEnumerable<(string Name, string Value)> ReadyRows => _current.Cloud.ReadyRows;

    /// <summary>Starts the first cloud and returns once it answers.</summary>
    /// <exception cref="StartupException">The assembly cannot run.</exception>
    public static async Task<RunningCloud> StartAsync(
        Settings settings, CloudAssembly assembly, Endpoints endpoints, IChildProcesses processes, CancellationToken stop)
    {
        var cloud = new Cloud(settings, assembly, endpoints, processes);
        try
        {
            var graph = cloud.Provision();
            cloud.Begin(graph);
            await cloud.StartAsync(stop);
            return new RunningCloud(settings, endpoints, processes, new Generation(cloud, graph));
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>The endpoints serve: services begin what they do by themselves, until what is returned is disposed.</summary>
    public IAsyncDisposable Work()
    {
        _current.Cloud.BeginWork();
        return new Working(this);
    }

    /// <summary>Lets a newer assembly take over, if it can run; if it cannot, everything stays as it is.</summary>
    /// <returns>What is different.</returns>
    /// <exception cref="StartupException">The assembly cannot run, or not without the loss of data.</exception>
    public async Task<Difference> ApplyAsync(CloudAssembly assembly, CancellationToken stop)
    {
        var before = _current;
        var cloud = new Cloud(_settings, assembly, _endpoints, _processes, before.Cloud);
        try
        {
            var graph = cloud.Provision();
            var difference = Difference.Between(before.Graph, graph);
            if (difference.IsNothing)
            {
                await cloud.RetireAsync();
                return difference;
            }

            cloud.Begin(graph);
            await cloud.StartAsync(stop);
            TakeOver(new Generation(cloud, graph));
            return difference;
        }
        catch
        {
            await cloud.RetireAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _current.Cloud.DisposeAsync();

    private void TakeOver(Generation newer)
    {
        Generation before;
        lock (_gate)
        {
            before = _current;
            _current = newer;
        }

        newer.Cloud.TakeOver();
        newer.Cloud.BeginWork();
        before.Leave();
    }

    private Generation Enter()
    {
        lock (_gate)
        {
            _current.Enter();
            return _current;
        }
    }

    private sealed class Working(RunningCloud running) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await running._current.Cloud.PauseAsync();
    }

    private sealed class Stay(Generation generation) : ILongRequest
    {
        private bool _isOver;

        public void LetGo()
        {
            if (!Interlocked.Exchange(ref _isOver, true))
            {
                generation.Leave();
            }
        }
    }

    private sealed class Endpoint(RunningCloud running, Func<Cloud, IHttpEndpoint> endpointOf) : IHttpEndpoint
    {
        public async Task HandleAsync(HttpContext context)
        {
            var generation = running.Enter();
            var stay = new Stay(generation);
            context.Features.Set<ILongRequest>(stay);
            try
            {
                await endpointOf(generation.Cloud).HandleAsync(context);
            }
            finally
            {
                stay.LetGo();
            }
        }
    }
}
