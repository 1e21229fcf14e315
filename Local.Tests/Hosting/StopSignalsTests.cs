using System.Runtime.InteropServices;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class StopSignalsTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGHUP)]
    public void FirstSignal_StopsInOrder(PosixSignal signal)
    {
        using var signals = new StopSignals();
        var first = new PosixSignalContext(signal);

        signals.Received(first);

        Assert.True(first.Cancel);
        Assert.True(signals.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, false)]
    [InlineData(PosixSignal.SIGTERM, true)]
    [InlineData(PosixSignal.SIGHUP, true)]
    public void SecondSignal_EndsAtOnceWhenItIsCtrlC(PosixSignal signal, bool isTaken)
    {
        using var signals = new StopSignals();
        signals.Received(new PosixSignalContext(PosixSignal.SIGTERM));
        var second = new PosixSignalContext(signal);

        signals.Received(second);

        Assert.Equal(isTaken, second.Cancel);
    }
}
