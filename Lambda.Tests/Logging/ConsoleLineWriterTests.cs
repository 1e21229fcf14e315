using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Logging;

public sealed class ConsoleLineWriterTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly ConsoleLineWriter _writer;

    public ConsoleLineWriterTests() =>
        _writer = new(
            new FunctionLog(new(LogFormat.Text, LogLevel.Information), _output, new TestClock(TestFunction.Now)).Write, LogLevel.Error);

    [Fact]
    public void WriteLine_IsOneMessage_EvenOfSeveralLines()
    {
        _writer.WriteLine("one\ntwo");

        Assert.Equal(["one\ntwo"], Messages);
    }

    [Fact]
    public void WriteLine_OfAnError_GoesToTheErrorOutput()
    {
        using var errors = new MemoryStream();
        var log = new FunctionLog(new(LogFormat.Unformatted, LogLevel.Information), _output, new TestClock(TestFunction.Now), errors);
        using var writer = new ConsoleLineWriter(log.WriteError, LogLevel.Error);

        writer.WriteLine("oh");

        Assert.Equal("oh\n", Encoding.UTF8.GetString(errors.ToArray()));
        Assert.Empty(_output.ToArray());
    }

    [Fact]
    public void Write_WaitsForTheEndOfTheLine()
    {
        _writer.Write("a");
        _writer.Write('b');
        _writer.Write(3);
        Assert.Empty(Messages);

        _writer.WriteLine("!");
        Assert.Equal(["ab3!"], Messages);
    }

    [Fact]
    public void Write_WithALineEnd_EndsTheMessage()
    {
        _writer.Write("one\r\ntw");
        _writer.Write("o\n");

        Assert.Equal(["one", "two"], Messages);
    }

    [Fact]
    public void WriteLine_OfEveryKind_IsFormatted()
    {
        _writer.WriteLine();
        _writer.WriteLine(1.5);
        _writer.WriteLine("{0}-{1}", 1, 2);
        _writer.WriteLine(true);
        _writer.WriteLine((object?)null);
        _writer.WriteLine(new StringBuilder("built"));
        _writer.WriteLine("chars".ToCharArray());

        Assert.Equal(["", "1.5", "1-2", "True", "", "built", "chars"], Messages);
    }

    [Fact]
    public async Task WriteLineAsync_OfEveryKind_IsFormatted()
    {
        await _writer.WriteAsync("be");
        await _writer.WriteAsync('g');
        await _writer.WriteAsync("un ".AsMemory());
        await _writer.WriteAsync(['1'], 0, 1);
        await _writer.WriteLineAsync();
        await _writer.WriteLineAsync("two");
        await _writer.WriteLineAsync('3');
        await _writer.WriteLineAsync("four".AsMemory());
        await _writer.WriteLineAsync(['5', '6'], 0, 1);

        Assert.Equal(["begun 1", "two", "3", "four", "5"], Messages);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _output.Dispose();
    }

    private IEnumerable<string> Messages => Encoding.UTF8.GetString(_output.ToArray())
        .Split(string.Create(CultureInfo.InvariantCulture, $"{TestFunction.Now:yyyy-MM-ddTHH:mm:ss.fffZ}\t\tfail\t"))
        .Skip(1)
        .Select(message => message[..^1]);
}
