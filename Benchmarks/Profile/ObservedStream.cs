using System.Net.Sockets;

namespace Lexicon.Benchmarks.Profile;

/// <summary>A connection that notes when the two hellos of a TLS handshake came and went.</summary>
internal sealed class ObservedStream(Socket socket, Timeline timeline) : NetworkStream(socket)
{
    private bool _isGreeted;
    private bool _hasGreeted;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        Note("hello", ref _isGreeted);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        base.Write(buffer, offset, count);
        Note("server's hello", ref _hasGreeted);
    }

    private void Note(string moment, ref bool isNoted)
    {
        if (!isNoted)
        {
            isNoted = true;
            timeline.Add(moment);
        }
    }
}
