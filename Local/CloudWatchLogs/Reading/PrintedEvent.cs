using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Lexicon.Local.CloudWatchLogs.Reading;

/// <summary>An event as a person reads it: time, level, message, and below it what an error brings.</summary>
/// <param name="Function">The function's name; empty where there is one alone.</param>
/// <param name="Time">Of the day, here.</param>
/// <param name="Level">Such as <c>INFO</c>; empty where nothing is said.</param>
/// <param name="Message">One line.</param>
/// <param name="More">What follows on lines of its own, such as a stack trace.</param>
internal sealed record PrintedEvent(string Function, string Time, string Level, string Message, IReadOnlyList<string> More)
{
    /// <summary>Makes it of what was logged: a JSON document whose members docs/logs.md lists, or any text.</summary>
    public static PrintedEvent Of(FunctionEvent logged, bool isOfOne)
    {
        var time = logged.Time.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var lines = logged.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var plain = new PrintedEvent(isOfOne ? "" : logged.Function, time, "", lines is [var first, ..] ? first : "", [.. lines.Skip(1)]);
        if (!logged.Message.StartsWith('{'))
        {
            // What .NET's runtime client writes: time, request, level, message.
            return plain.Message.Split('\t', 4) is [_, _, "trce" or "dbug" or "info" or "warn" or "fail" or "crit", var text] fields
                ? plain with { Level = Word(fields[2]), Message = text }
                : plain;
        }

        try
        {
            using var document = JsonDocument.Parse(logged.Message);
            return Of(document.RootElement, plain);
        }
        catch (JsonException)
        {
            return plain;
        }
    }

    /// <summary>Prints it.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        var color = Level switch { "ERROR" or "FATAL" => "red", "WARN" => "yellow", _ => "default" };
        console.MarkupLine(
            $"[grey]{Time}[/] {(Function.Length > 0 ? $"[bold]{Markup.Escape(Function),-20}[/] " : "")}"
            + $"[{color}]{Markup.Escape(Level),-5}[/] {Markup.Escape(Message)}");
        foreach (var line in More)
        {
            console.MarkupLine($"    [grey]{Markup.Escape(line)}[/]");
        }
    }

    private static PrintedEvent Of(JsonElement document, PrintedEvent plain) => Text(document, "message") switch
    {
        // What Lambda itself logs: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html.
        null => Text(document, "type") is { } type && document.TryGetProperty("record", out var record)
            ? plain with { Message = $"{type} {record.GetRawText()}" }
            : plain,
        var message => plain with
        {
            Level = Text(document, "level") ?? "",
            Message = Text(document, "errorType") is { } error ? $"{message}: {error}: {Text(document, "errorMessage")}" : message,
            More = Lines(document),
        },
    };

    private static string Word(string level) => level switch
    {
        "trce" => "TRACE",
        "dbug" => "DEBUG",
        "info" => "INFO",
        "warn" => "WARN",
        "fail" => "ERROR",
        _ => "FATAL",
    };

    private static IReadOnlyList<string> Lines(JsonElement document) =>
        !document.TryGetProperty("stackTrace", out var trace) ? []
        : trace.ValueKind == JsonValueKind.Array ? [.. trace.EnumerateArray().Select(line => line.ToString().Trim())]
        : [.. trace.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string? Text(JsonElement document, string name) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
