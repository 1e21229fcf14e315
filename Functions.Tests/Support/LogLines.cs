using System.Text;
using System.Text.Json;
using Lexicon.Functions.Logging;

namespace Lexicon.Functions.Tests.Support;

/// <summary>A log that is read again.</summary>
internal sealed class LogLines
{
    private readonly Func<byte[]> _written;

    public LogLines(string? metrics = "Lexicon-test", double detailRate = 0)
    {
        var output = new MemoryStream();
        _written = output.ToArray;
        Log = new(new(metrics, detailRate, Version: "7"), output, TimeProvider.System, () => 0.5);
    }

    public Log Log { get; }

    public string Text => Encoding.UTF8.GetString(_written());

    /// <summary>The lines, each of which is a JSON document.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
