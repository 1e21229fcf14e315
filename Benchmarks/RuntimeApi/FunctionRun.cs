using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lexicon.Benchmarks.Processes;
using Lexicon.Benchmarks.Profile;

namespace Lexicon.Benchmarks.RuntimeApi;

/// <summary>
/// One process of a function from its start to its kill, and the Runtime API that it talks to: blocking calls on one socket, so
/// that what is measured is the function and little else. Every variant is measured by this same code.
/// </summary>
internal sealed class FunctionRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly RequestReader _requests;
    private readonly EventWriter _events;
    private readonly Socket _connection;
    private readonly Child _process;
    private readonly long _started;
    private readonly long _connected;

    public FunctionRun(Command command, byte[] @event)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _events = new(@event);
        var started = command.With(("AWS_LAMBDA_RUNTIME_API", $"127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}"));
        _started = Stopwatch.GetTimestamp();
        _process = Child.Start(started);
        try
        {
            if (!_listener.Poll(Patience, SelectMode.SelectRead))
            {
                throw new TimeoutException($"{command.Program} did not connect to the Runtime API.");
            }

            _connection = _listener.Accept();
            _connected = Stopwatch.GetTimestamp();
            _connection.NoDelay = true;
            _connection.ReceiveTimeout = (int)Patience.TotalMilliseconds;
            _requests = new(_connection);
        }
        catch
        {
            _process.Dispose();
            _listener.Dispose();
            throw;
        }
    }

    /// <summary>The time to the first call of <c>next</c>, and the time to the first answer: both from the start of the process.</summary>
    public (TimeSpan Init, TimeSpan FirstAnswer) Start()
    {
        _requests.ReadNext();
        var init = Stopwatch.GetElapsedTime(_started);
        Invoke();
        return (init, Stopwatch.GetElapsedTime(_started));
    }

    /// <summary>The same, moment by moment, with those that the function tells in its answer.</summary>
    public void Start(Timeline timeline)
    {
        timeline.Add("start", _started);
        timeline.Add("connected", _connected);
        _requests.ReadNext();
        timeline.Add("next");
        var @event = _events.Next();
        timeline.Add("event");
        _connection.Send(@event);
        var answer = _requests.ReadAnswer();
        timeline.Add("answered");
        timeline.AddFromAnswer(answer);
    }

    /// <summary>Answers further invocations.</summary>
    /// <returns>The time of each, from the event to the answer, and the processor time of the process for one.</returns>
    public (TimeSpan[] Latencies, TimeSpan ProcessorTime) Continue(int invocations)
    {
        var latencies = new TimeSpan[invocations];
        var before = _process.ProcessorTime;
        for (var i = 0; i < invocations; i++)
        {
            _connection.Send(EventWriter.Accepted);
            _requests.ReadNext();
            var sent = Stopwatch.GetTimestamp();
            Invoke();
            latencies[i] = Stopwatch.GetElapsedTime(sent);
        }

        return (latencies, (_process.ProcessorTime - before) / Math.Max(invocations, 1));
    }

    /// <summary>The memory of the process now.</summary>
    public long ResidentMemory => _process.ResidentMemory;

    public void Dispose()
    {
        _process.Dispose();
        _connection.Dispose();
        _listener.Dispose();
    }

    private void Invoke()
    {
        _connection.Send(_events.Next());
        _requests.ReadAnswer();
    }
}
