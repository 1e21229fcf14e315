using System.Text.Json;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>
/// The route selection expression of an API, which gives the key of a message's route
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html):
/// text with members of the body, such as <c>$request.body.action</c> or <c>${request.body.service}/${request.body.action}</c>.
/// </summary>
internal sealed partial class RouteSelection
{
    /// <summary>The route of what has no other.</summary>
    public const string Default = "$default";

    private readonly string _expression;

    private RouteSelection(string expression) => _expression = expression;

    /// <summary>Reads an expression; null: it is not one of those.</summary>
    public static RouteSelection? Parse(string expression) =>
        Member().IsMatch(expression) && !Member().Replace(expression, "").Contains('$', StringComparison.Ordinal)
            ? new(expression)
            : null;

    /// <summary>The key that a message selects; <see cref="Default"/> where it is not JSON or lacks a member.</summary>
    public string KeyOf(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = SentJson.Parse(message);
            var complete = true;
            var key = Member().Replace(_expression, match =>
            {
                var value = Find(document.RootElement, match.Groups[1].Value);
                complete &= value is not null;
                return value ?? "";
            });

            // A client cannot name the routes that have a meaning of their own.
            return complete && !key.StartsWith('$') ? key : Default;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Default;
        }
    }

    private static string? Find(JsonElement root, string path)
    {
        var value = root;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
    }

    [GeneratedRegex(@"\\?\$\{?request\.body((?:\.[A-Za-z0-9_-]+)+)\}?")]
    private static partial Regex Member();
}
