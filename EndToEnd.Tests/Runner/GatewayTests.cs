using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>What the templates say of the API's stage and of the functions' delivery, seen from outside.</summary>
[Collection(OneRunner.Shared)]
[Trait("Where", "Local")]
public sealed class GatewayTests(OneRunner one) : IDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _site = new() { BaseAddress = one.Runner.Site };

    [Fact]
    public async Task Requests_BeyondTheThrottleOfTheirMethod_AreRefusedAsAProblem()
    {
        using var refused = await FloodAsync(HttpMethod.Delete, "/api/me/glossaries/01ARZ3NDEKTSV4RRFFQ69G5FAV");
        using var other = await _site.GetAsync("/api/glossaries");

        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        var problem = (await refused.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(("Too Many Requests", 429), ((string?)problem["detail"], (int)problem["status"]!));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Request_RunsTheVersionBehindTheAlias_AndIsInTheAccessLog()
    {
        using var answer = await _site.GetAsync("/api/glossaries?limit=3");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var started = await LineAsync("*ListGlossaries", "*[1]*", line => line.StartsWith("START ", StringComparison.Ordinal));
        Assert.Contains("Version: 1", started, StringComparison.Ordinal);
        var logged = JsonNode.Parse(await LineAsync("*access", "*", line => line.Contains("/api/glossaries", StringComparison.Ordinal)))!;
        Assert.Equal(
            ("GET", "/api/glossaries", "200"),
            ((string?)logged["httpMethod"], (string?)logged["resourcePath"], (string?)logged["status"]));
    }

    [Fact]
    public async Task DeadLetters_HaveQueuesThatAreEmpty()
    {
        var urls = (await one.Runner.SqsAsync("ListQueues", []))["QueueUrls"]!.AsArray().Select(url => (string)url!).ToList();

        Assert.Contains(urls, url => url.EndsWith("-Api-DeadLetters", StringComparison.Ordinal));
        foreach (var url in urls)
        {
            var attributes = await one.Runner.SqsAsync(
                "GetQueueAttributes", new JsonObject { ["QueueUrl"] = url, ["AttributeNames"] = new JsonArray("All") });
            Assert.Equal("0", (string?)attributes["Attributes"]!["ApproximateNumberOfMessages"]);
        }
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Sends requests without a pause until one is throttled, and answers what that was told.</summary>
    private async Task<HttpResponseMessage> FloodAsync(HttpMethod method, string path)
    {
        for (var round = 0; round < 50; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _site.SendAsync(new HttpRequestMessage(method, path))));
            if (answers.FirstOrDefault(answer => answer.StatusCode == HttpStatusCode.TooManyRequests) is { } throttled)
            {
                return throttled;
            }
        }

        throw new InvalidOperationException("2,500 requests without a pause were all let through");
    }

    /// <summary>The message of the first line that fits, in the files of a log group; lines are written behind the answers.</summary>
    private async Task<string> LineAsync(string group, string stream, Func<string, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var lines = Directory.GetDirectories(Path.Combine(one.Data, "logs"), group)
                .SelectMany(folder => Directory.GetFiles(folder, $"{Escaped(stream)}.jsonl"))
                .SelectMany(Lines)
                .Select(line => (string)JsonNode.Parse(line)!["message"]!);
            if (lines.FirstOrDefault(fits) is { } found)
            {
                return found;
            }

            await Task.Delay(Pulse, patience.Token);
        }
    }

    private static string Escaped(string stream) =>
        stream.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    // The last line may not be whole yet.
    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
