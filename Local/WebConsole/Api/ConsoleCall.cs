using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.WebConsole.Api;

/// <summary>One request of the console's API.</summary>
/// <param name="context">The HTTP request.</param>
/// <param name="values">What the path says for the parameters of its route.</param>
internal sealed class ConsoleCall(HttpContext context, IReadOnlyDictionary<string, string> values)
{
    private const int LargestBody = 1 << 20;

    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Cancellation => context.RequestAborted;

    /// <summary>A parameter of the path or of the query; null where it is not there.</summary>
    public string? Find(string name) =>
        values.GetValueOrDefault(name) ?? (context.Request.Query[name].ToString() is { Length: > 0 } given ? given : null);

    /// <summary>A parameter that must be there.</summary>
    /// <exception cref="ConsoleException">It is not.</exception>
    public string Get(string name) => Find(name) ?? throw ConsoleException.Invalid($"The parameter '{name}' is missing.");

    /// <summary>A parameter that is a number; null where it is not there.</summary>
    /// <exception cref="ConsoleException">It is not a number.</exception>
    public long? Number(string name) => Find(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw ConsoleException.Invalid($"{name} '{text}' is not valid; it must be a whole number.");

    /// <summary>A number within bounds; what is beyond them is the nearer bound.</summary>
    public int Number(string name, int usual, int most) => (int)Math.Clamp(Number(name) ?? usual, 1, most);

    /// <summary>The body, a JSON object.</summary>
    /// <exception cref="ConsoleException">It is something else, or too large.</exception>
    public async Task<JsonObject> BodyAsync()
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, Cancellation)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                throw new ConsoleException(413, "The body is not valid; it must be at most 1 MB.");
            }

            body.Write(buffer, 0, read);
        }

        try
        {
            return JsonNode.Parse(body.ToArray()) as JsonObject
                ?? throw ConsoleException.Invalid("The body is not valid; it must be a JSON object.");
        }
        catch (JsonException mistake)
        {
            throw ConsoleException.Invalid($"The body is not valid; it must be a JSON object: {mistake.Message}");
        }
    }
}
