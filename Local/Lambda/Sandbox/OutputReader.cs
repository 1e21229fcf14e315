using System.Buffers;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Reads what a process writes to one of its output pipes, line by line. A thread of its own waits, since a read of a pipe
/// blocks one in any case and one of the pool would be missed elsewhere.
/// </summary>
internal sealed class OutputReader
{
    /// <summary>The longest event of CloudWatch Logs; longer lines are cut (256 KB less 26 bytes of overhead).</summary>
    private const int LongestLine = (256 * 1024) - 26;

    /// <summary>A process that writes without end, or a child that outlives it, must not hold up a response.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMilliseconds(500);

    private readonly Stream _pipe;
    private readonly Action<string> _line;
    private readonly int _descriptor;
    private readonly ArrayBufferWriter<byte> _unfinished = new();
    private volatile bool _busy;
    private volatile bool _ended;

    public OutputReader(Stream pipe, Action<string> line, string name)
    {
        _pipe = pipe;
        _line = line;
        _descriptor = !OperatingSystem.IsWindows() && pipe is PipeStream stream ? (int)stream.SafePipeHandle.DangerousGetHandle() : -1;
        Background.StartThread(name, Read);
    }

    /// <summary>
    /// Returns when everything that the process has written before the call was passed on, so that its lines come before
    /// the <c>END</c> of their invocation. Without poll(2) nobody can know, and it returns at once.
    /// </summary>
    public void Drain()
    {
        var wait = new SpinWait();
        var begin = Stopwatch.GetTimestamp();

        // The pipe is asked first: the reader is busy before it empties the pipe and until it has passed on the lines.
        while (_descriptor >= 0 && !_ended && (HasInput(0) || _busy) && Stopwatch.GetElapsedTime(begin) < DrainTimeout)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    private void Read()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                _busy = false;
                if (_descriptor >= 0)
                {
                    HasInput(-1);
                }

                _busy = true;
                var count = _pipe.Read(buffer);
                if (count == 0)
                {
                    break;
                }

                Split(buffer.AsSpan(0, count));
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The process has ended.
        }

        if (_unfinished.WrittenCount > 0)
        {
            Pass();
        }

        _ended = true;
    }

    private void Split(ReadOnlySpan<byte> bytes)
    {
        int end;
        while ((end = bytes.IndexOf((byte)'\n')) >= 0)
        {
            Take(bytes[..end]);
            Pass();
            bytes = bytes[(end + 1)..];
        }

        Take(bytes);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (_unfinished.WrittenCount + bytes.Length > LongestLine)
        {
            var room = LongestLine - _unfinished.WrittenCount;
            _unfinished.Write(bytes[..room]);
            bytes = bytes[room..];
            Pass();
        }

        _unfinished.Write(bytes);
    }

    private void Pass()
    {
        _line(Encoding.UTF8.GetString(_unfinished.WrittenSpan).TrimEnd('\r'));
        _unfinished.ResetWrittenCount();
    }

    private bool HasInput(int timeout)
    {
        var asked = new PollDescriptor { Descriptor = _descriptor, Events = 1 };
        return Poll(ref asked, 1, timeout) > 0;
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollDescriptor descriptors, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
