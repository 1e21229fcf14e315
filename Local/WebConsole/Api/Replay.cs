using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.WebConsole.Api;

/// <summary>Sends a request to one of the runner's own endpoints, as a viewer would, and returns what came back and its trace.</summary>
internal sealed class Replay(Endpoints endpoints, TimeProvider time)
{
    private const int MostBody = 64 * 1024;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Sends it.</summary>
    /// <param name="stageUrl">The invoke URL of the API, with its stage.</param>
    /// <param name="wanted">The members <c>endpoint</c>, <c>method</c>, <c>target</c>, <c>headers</c> and <c>body</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ConsoleException">It cannot be sent.</exception>
    public async Task<JsonNode> SendAsync(string stageUrl, JsonObject wanted, CancellationToken cancellation)
    {
        var root = TraceHeader.NewRoot(time.GetUtcNow());
        using var request = Read(stageUrl, wanted);
        request.Headers.TryAddWithoutValidation(TraceHeader.Name, $"Root={root}");
        try
        {
            using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new JsonObject
            {
                ["trace"] = root.Replace("-", "", StringComparison.Ordinal)[1..],
                ["status"] = (int)response.StatusCode,
                ["headers"] = string.Join('\n', response.Headers.Concat(response.Content.Headers)
                    .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")),
                ["body"] = await BodyAsync(response, cancellation),
            };
        }
        catch (HttpRequestException failure)
        {
            throw new ConsoleException(502, $"It could not be sent: {failure.Message}");
        }
    }

    private HttpRequestMessage Read(string stageUrl, JsonObject wanted)
    {
        var stem = wanted["endpoint"]?.ToString() switch
        {
            "site" => endpoints.Site.AbsoluteUri,
            "api" => stageUrl,
            var other => throw ConsoleException.Invalid($"endpoint '{other}' is not valid; it must be site or api."),
        };
        var target = wanted["target"]?.ToString() ?? "";
        if (!target.StartsWith('/') || !Uri.TryCreate(stem.TrimEnd('/') + target, UriKind.Absolute, out var address)
            || address.Authority != new Uri(stem).Authority)
        {
            throw ConsoleException.Invalid($"target '{target}' is not valid; it must be a path with its query.");
        }

        var method = wanted["method"]?.ToString() is { Length: > 0 } given ? given : "GET";
        if (!method.All(char.IsAsciiLetterUpper))
        {
            throw ConsoleException.Invalid($"method '{method}' is not valid; it must be a method of HTTP.");
        }

        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (wanted["body"]?.ToString() is { Length: > 0 } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        var lines = (wanted["headers"]?.ToString() ?? "").Split('\n').Select(line => line.Split(':', 2));
        foreach (var line in lines.Where(line => line.Length == 2))
        {
            Add(request, line[0].Trim(), line[1].Trim());
        }

        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string value)
    {
        if (name.StartsWith("content-", StringComparison.OrdinalIgnoreCase) && request.Content is { } content)
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
        else if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            throw ConsoleException.Invalid($"The header '{name}' is not valid; it must be one of a request.");
        }
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[MostBody];
        var read = await stream.ReadAtLeastAsync(buffer, MostBody, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
