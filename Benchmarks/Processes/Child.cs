using System.Globalization;

namespace Lexicon.Benchmarks.Processes;

/// <summary>A process of the measurement: started as cheaply as can be, its output thrown away, ended with a kill.</summary>
internal sealed unsafe class Child : IDisposable
{
    private const int WriteOnly = 1;

    private readonly int _pid;

    private Child(int pid) => _pid = pid;

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            // The clock of another process: clock_getcpuclockid(3) makes this number of its id.
            var clock = (~_pid << 3) | 2;
            var time = stackalloc long[2];
            return Native.ReadClock(clock, time) == 0
                ? TimeSpan.FromSeconds(time[0]) + TimeSpan.FromMicroseconds(time[1] / 1000d)
                : throw new InvalidOperationException($"Process {_pid} has ended.");
        }
    }

    /// <summary>The memory that is resident, in bytes (proc(5), <c>VmRSS</c>).</summary>
    public long ResidentMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_pid}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    public static Child Start(Command command, string output = "/dev/null")
    {
        using var arguments = new NativeStrings([command.Program, .. command.Arguments]);
        using var environment = new NativeStrings([.. command.Environment.Select(variable => $"{variable.Key}={variable.Value}")]);
        var actions = stackalloc byte[Native.FileActionsSize];
        _ = Native.InitFileActions(actions);
        _ = Native.AddOpen(actions, 1, output, WriteOnly, 0);
        var error = Native.Spawn(out var pid, command.Program, actions, null, arguments.Pointers, environment.Pointers);
        _ = Native.DestroyFileActions(actions);
        return error == 0 ? new(pid) : throw new InvalidOperationException($"{command.Program} cannot be started: error {error}.");
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; that of a process which a signal ended is 128 and the signal.</returns>
    public int WaitForExit()
    {
        _ = Native.Wait(_pid, out var status, 0);
        return (status & 0x7f) is var signal and not 0 ? 128 + signal : (status >> 8) & 0xff;
    }

    public void Dispose()
    {
        _ = Native.Send(_pid, Native.Kill);
        _ = Native.Wait(_pid, out _, 0);
    }
}
