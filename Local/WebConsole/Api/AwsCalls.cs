using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.WebConsole.Api;

/// <summary>
/// Calls the services in their own protocols, as the person at this machine, within this process: no span of it is in the list of
/// requests, and no service needs a second way to be asked.
/// </summary>
/// <param name="endpoints">Where the services would be called.</param>
/// <param name="services">The services.</param>
internal sealed class AwsCalls(Endpoints endpoints, IEnumerable<IAwsService> services)
{
    private readonly Dictionary<string, IAwsService> _byName = services.ToDictionary(service => service.SigningName);

    /// <summary>Calls an operation of a service that speaks AWS JSON.</summary>
    /// <param name="service">Its name in signatures.</param>
    /// <param name="target">What <c>X-Amz-Target</c> says.</param>
    /// <param name="request">The members.</param>
    /// <param name="version">The protocol's: 1.0 or 1.1.</param>
    /// <exception cref="ConsoleException">It is refused.</exception>
    public async Task<JsonObject> JsonAsync(string service, string target, JsonObject request, string version = "1.0")
    {
        var (status, body) = await SendAsync(service, "POST", "/", "", $"application/x-amz-json-{version}", request.ToJsonString(), target);
        var document = body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? [];
        return status < 300 ? document : throw Refusal(status, document);
    }

    /// <summary>Sends a request to a service, whatever its protocol.</summary>
    /// <returns>Its status and body.</returns>
    public async Task<(int Status, string Body)> SendAsync(
        string service, string method, string path, string query, string? contentType = null, string body = "", string? target = null)
    {
        if (!_byName.TryGetValue(service, out var called))
        {
            throw ConsoleException.NotFound($"The service '{service}'");
        }

        var content = Encoding.UTF8.GetBytes(body);
        using var response = new MemoryStream();
        var context = new DefaultHttpContext
        {
            Request =
            {
                Method = method,
                Scheme = "http",
                Host = new HostString("localhost", endpoints.Aws.Port),
                Path = path,
                QueryString = new QueryString(query),
                ContentType = contentType,
                ContentLength = content.Length,
                Body = new MemoryStream(content),
            },
            Response = { Body = response },
        };
        if (target is not null)
        {
            context.Request.Headers["x-amz-target"] = target;
        }

        await called.HandleAsync(context, Caller.Root);
        await context.Response.CompleteAsync();
        return (context.Response.StatusCode, Encoding.UTF8.GetString(response.ToArray()));
    }

    private static ConsoleException Refusal(int status, JsonObject document)
    {
        var type = document["__type"]?.ToString().Split('#')[^1] ?? "Refused";
        return new(status, $"{type}: {document["message"] ?? document["Message"] ?? "no reason was given"}");
    }
}
