using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// What a PartiQL statement does and to what, without reading its conditions
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html).
/// </summary>
/// <param name="Verb">Its first word, in capitals.</param>
/// <param name="Table">The table; null when it cannot be read.</param>
/// <param name="IsQuoted">Whether every quote and comment in it ends.</param>
internal sealed partial record Statement(string Verb, string? Table, bool IsQuoted)
{
    /// <summary>Whether it only reads.</summary>
    public bool IsRead => Verb is "SELECT" or "EXISTS";

    /// <summary>Whether it begins as statements do.</summary>
    public bool IsKnown => IsRead || Verb is "INSERT" or "UPDATE" or "DELETE";

    /// <summary>Reads a statement.</summary>
    public static Statement Parse(string text)
    {
        var parts = Parts().Match(text);
        return new(
            parts.Groups["verb"].Value.ToUpperInvariant(),
            parts.Groups["table"] is { Success: true } table ? table.Value.Trim('"') : null,
            Quotes().Replace(text, "").AsSpan().IndexOfAny('"', '\'', '#') < 0
                && text.LastIndexOf("/*", StringComparison.Ordinal) <= text.LastIndexOf("*/", StringComparison.Ordinal));
    }

    /// <summary>The statements of a request, in order.</summary>
    public static IReadOnlyList<Statement> Of(string operation, JsonElement request) => operation switch
    {
        "ExecuteStatement" => [Parse(request.Text("Statement")!)],
        "BatchExecuteStatement" => [.. request.Items("Statements").Select(static one => Parse(one.Text("Statement")!))],
        "ExecuteTransaction" => [.. request.Items("TransactStatements").Select(static one => Parse(one.Text("Statement")!))],
        _ => [],
    };

    [GeneratedRegex(
        """^\s*(?<verb>\w+)((\b([^'"]|'[^']*'|"[^"]*")*?\b(FROM|INTO)\s*|\s+)(?<table>"[^"]+"|[\w.-]+))?""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quotes();
}
