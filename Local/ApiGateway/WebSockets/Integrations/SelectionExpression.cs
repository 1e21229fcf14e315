using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// An expression that gives the key of a template or of a model
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html): static text,
/// <c>${request.body.path}</c>, of responses <c>${integration.response.statuscode}</c> and <c>...header.name</c>, too.
/// A backslash escapes a dollar: <c>\$default</c>.
/// </summary>
internal sealed partial class SelectionExpression
{
    /// <summary>The key of what has no other.</summary>
    public const string Default = "$default";

    private const string Body = "request.body.";
    private const string Status = "integration.response.statuscode";
    private const string Header = "integration.response.header.";
    private const string AllOfHeader = "integration.response.multivalueheader.";

    private readonly string _expression;

    private SelectionExpression(string expression) => _expression = expression;

    /// <summary>Reads an expression; null: it names something else.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="ofResponse">Whether it may read the backend's response.</param>
    public static SelectionExpression? Parse(string expression, bool ofResponse) =>
        expression is Default
        || (Part().Matches(expression).All(part => NameOf(part) is not { } name || IsKnown(name, ofResponse))
            && !Part().Replace(expression, "").Contains('$', StringComparison.Ordinal))
            ? new(expression)
            : null;

    /// <summary>The key; what a variable does not find is empty.</summary>
    public string Evaluate(SocketExchange exchange, BackendResponse? response = null) => _expression is Default
        ? Default
        : Part().Replace(_expression, part => NameOf(part) is { } name ? Value(name, exchange, response) ?? "" : "$");

    /// <summary>What a key selects; what has no other has <see cref="Default"/>.</summary>
    public static T? Select<T>(IReadOnlyDictionary<string, T> choices, string key)
        where T : class => choices.GetValueOrDefault(key) ?? choices.GetValueOrDefault(Default);

    // Null: it is an escaped dollar.
    private static string? NameOf(Match part) => part.Groups["name"] is { Success: true, Value: var name } ? name : null;

    private static bool IsKnown(string name, bool ofResponse) =>
        StartsWith(name, Body) || (ofResponse && (name is Status || StartsWith(name, Header) || StartsWith(name, AllOfHeader)));

    private static string? Value(string name, SocketExchange exchange, BackendResponse? response) => name switch
    {
        Status => response?.Status.ToString(CultureInfo.InvariantCulture),
        _ when StartsWith(name, Body) =>
            BodyExpression.Find(Encoding.UTF8.GetString(exchange.Body.Span), name[Body.Length..]) is [var first, ..] ? first : null,
        _ when StartsWith(name, AllOfHeader) => response is null ? null : string.Join(',', response.Values(name[AllOfHeader.Length..])),
        _ => response?.Values(name[Header.Length..]) is [.., var last] ? last : null,
    };

    private static bool StartsWith(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);

    // As people escape dollars for a shell, too, one before a variable does no harm.
    [GeneratedRegex(@"\\?\$\{(?<name>[^{}]+)\}|\\?\$(?<name>(?:request|integration)(?:\.[A-Za-z0-9_-]+(?:\[[0-9]+\])?)+)|\\\$")]
    private static partial Regex Part();
}
