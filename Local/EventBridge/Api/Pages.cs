using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>Lists page by page: up to 100 items, or as many as <c>Limit</c> says; <c>NextToken</c> continues.</summary>
internal static class Pages
{
    private const int Most = 100;

    /// <summary>The page that a request asks for.</summary>
    public static JsonObject Of(string name, IEnumerable<JsonNode> items, JsonObject request)
    {
        var limit = request.Number("Limit") is { } number
            ? number is >= 1 and <= Most ? (int)number : throw EventBridgeException.Invalid(LimitMessage(number))
            : Most;
        var begin = request.Text("NextToken") is { } token ? Read(token) : 0;
        var page = items.Skip(begin).Take(limit + 1).ToList();
        var response = new JsonObject();
        if (page.Count > limit)
        {
            response["NextToken"] = Convert.ToBase64String(Encoding.ASCII.GetBytes((begin + limit).ToString(CultureInfo.InvariantCulture)));
        }

        response[name] = new JsonArray([.. page.Take(limit)]);
        return response;
    }

    private static string LimitMessage(double limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value ")
        + (limit < 1 ? "greater than or equal to 1" : string.Create(CultureInfo.InvariantCulture, $"less than or equal to {Most}"));

    private static int Read(string token)
    {
        var bytes = new byte[16];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var begin)
            ? begin
            : throw EventBridgeException.Invalid("Invalid NextToken");
    }
}
