using System.Net;
using System.Net.Sockets;
using System.Text;
using Lexicon.Local.CloudFormation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The runner's ports: bound to loopback before anything else happens, so that a taken port is told at once, and served
/// by one Kestrel that finds what answers by the port.
/// </summary>
internal sealed class Listeners : IAsyncDisposable
{
    private const int Roles = 4;

    private readonly Dictionary<IPEndPoint, Socket> _sockets;
    private Serving? _serving;

    private Listeners(IReadOnlyList<int> ports, Dictionary<IPEndPoint, Socket> sockets)
    {
        _sockets = sockets;
        Endpoints = Endpoints.On(ports[0], ports[1], ports[2], ports[3]);
    }

    /// <summary>Where the runner listens.</summary>
    public Endpoints Endpoints { get; }

    /// <summary>What the first port can be.</summary>
    public static string WhatFirstIs { get; } = $"a port from 1 to {ushort.MaxValue - Roles + 1}, or 0 for any free ones";

    /// <summary>Binds the ports in a row from the first, or any free ones.</summary>
    /// <exception cref="StartupException">A port is taken, out of range or not allowed.</exception>
    public static Listeners Bind(int first)
    {
        if (first is < 0 or > ushort.MaxValue - Roles + 1)
        {
            throw new StartupException($"--port {first}: {WhatFirstIs}");
        }

        var sockets = new Dictionary<IPEndPoint, Socket>();
        try
        {
            var ports = Enumerable.Range(0, Roles).Select(i => BindPort(first == 0 ? 0 : first + i, sockets)).ToList();
            return new Listeners(ports, sockets);
        }
        catch
        {
            foreach (var socket in sockets.Values)
            {
                socket.Dispose();
            }

            throw;
        }
    }

    /// <summary>
    /// Serves until what is answered, or these listeners, are disposed. Dispose it before whatever answers: then no request
    /// reaches a service that has ended.
    /// </summary>
    /// <param name="site">What answers on <see cref="Endpoints.Site"/>; the others accordingly.</param>
    /// <param name="api">API Gateway.</param>
    /// <param name="aws">The wire protocols.</param>
    /// <param name="console">The runner's own page.</param>
    /// <exception cref="StartupException">Another program has begun to listen on a port since it was bound.</exception>
    public async Task<IAsyncDisposable> ServeAsync(IHttpEndpoint site, IHttpEndpoint api, IHttpEndpoint aws, IHttpEndpoint console)
    {
        Listen();
        var byPort = new Dictionary<int, IHttpEndpoint>
        {
            [Endpoints.Site.Port] = site,
            [Endpoints.Api.Port] = api,
            [Endpoints.Aws.Port] = aws,
            [Endpoints.Console.Port] = console,
        };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseSockets(transport => transport.CreateBoundListenSocket =
            endpoint => _sockets[(IPEndPoint)endpoint]);
        builder.Services.AddSingleton<IConnectionListenerFactory>(new GuestTransport(Endpoints.Guests));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;

            // Each service refuses what is too large in its own words; these only bound what is read at all.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 1000;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            foreach (var endpoint in _sockets.Keys.Append<EndPoint>(new GuestEndPoint()))
            {
                kestrel.Listen(endpoint, listen => listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1);
            }
        });
        var server = builder.Build();
        _serving = new Serving(server);
        server.Run(context => Answer(byPort[context.Connection.LocalPort], context));
        await server.StartAsync();
        return _serving;
    }

    public async ValueTask DisposeAsync()
    {
        if (_serving is not null)
        {
            await _serving.DisposeAsync();
        }

        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }
    }

    // Where a port may be bound twice as long as nobody listens on it (.NET binds with SO_REUSEADDR on Unix), two runners that
    // start together learn of each other only here.
    private void Listen()
    {
        foreach (var (endpoint, socket) in _sockets)
        {
            try
            {
                socket.Listen();
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw Taken(endpoint.Port);
            }
        }
    }

    private static StartupException Taken(int port) =>
        new($"port {port} is taken by another program; choose others with --port (make up PORT=...)");

    // Each endpoint answers what goes wrong in its own protocol; this is for what goes wrong there.
    private static async Task Answer(IHttpEndpoint endpoint, HttpContext context)
    {
        ExpectContinue.Watch(context);
        try
        {
            HeaderBytes.Check(context.Request.Headers);
            await endpoint.HandleAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
        catch (Exception unexpected) when (context.Response.HasStarted)
        {
            // The caller must not take a part for the whole.
            var what = $"{unexpected.GetType().Name}: {unexpected.Message}";
            await Console.Error.WriteLineAsync($"{context.Request.Method} {context.Request.Path}: {what}".ReplaceLineEndings(" "));
            context.Abort();
        }
        catch (Exception unexpected)
        {
            var (id, problem) = (Guid.NewGuid().ToString(), RequestProblem.Of(context, unexpected));
            problem.Begin(context, id);
            context.Response.StatusCode = problem.Status;
            context.Response.Headers["x-amzn-RequestId"] = id;
            await context.Response.WriteAsJsonAsync(new { message = problem.IsTheCallers ? "Bad request" : "Internal server error" });
        }
    }

    // "localhost" is 127.0.0.1 to some clients and ::1 to others; a machine without IPv6 does with the first.
    private static int BindPort(int port, Dictionary<IPEndPoint, Socket> sockets)
    {
        var bound = BindSocket(new IPEndPoint(IPAddress.Loopback, port), sockets);
        if (Socket.OSSupportsIPv6)
        {
            try
            {
                BindSocket(new IPEndPoint(IPAddress.IPv6Loopback, bound), sockets);
            }
            catch (SocketException absent) when (absent.SocketErrorCode == SocketError.AddressNotAvailable)
            {
                return bound;
            }
        }

        return bound;
    }

    private static int BindSocket(IPEndPoint endpoint, Dictionary<IPEndPoint, Socket> sockets)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(endpoint);
            var bound = (IPEndPoint)socket.LocalEndPoint!;
            sockets[bound] = socket;
            return bound.Port;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            socket.Dispose();
            throw taken.SocketErrorCode == SocketError.AccessDenied
                ? new StartupException($"port {endpoint.Port} may not be used by this user; choose others with --port (make up PORT=...)")
                : Taken(endpoint.Port);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
