using System.Text.Json.Nodes;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>The document that is committed, embedded and answered is the one that follows from the code.</summary>
public sealed class OpenApiDocumentTests
{
    private static readonly string Committed = Repository.File("Functions", "openapi.json");

    // What is generated, so that one test alone tells when the committed file is another.
    private readonly JsonNode _document = JsonNode.Parse(OpenApiDocument.Generate())!;

    /// <summary>
    /// Whoever breaks clients of the API declares it in docs/api-changes.md, before the document is accepted; what only adds needs no word.
    /// </summary>
    [Fact]
    [Trait("Kind", "Generated")]
    public void TheCommittedDocument_IsGeneratedFromTheRouteTable_AndBreaksNoClientThatNobodyDeclared()
    {
        var declared = File.ReadAllText(Repository.File("docs", "api-changes.md"));

        Assert.DoesNotContain(
            BreakingChanges.Between(JsonNode.Parse(File.ReadAllText(Committed))!, _document),
            change => !declared.Contains($"- {change}.", StringComparison.Ordinal));
        new GeneratedFile("Functions/openapi.json").Is(OpenApiDocument.Generate());
    }

    [Fact]
    public void EveryReference_LeadsSomewhere() => Assert.All(
        All(_document).OfType<JsonObject>().Where(node => node.ContainsKey("$ref")).Select(node => (string)node["$ref"]!),
        reference => Assert.NotNull(reference.Split('/').Skip(1).Aggregate(_document, (node, part) => node[part]!)));

    [Fact]
    public void EverySchemaAndResponse_IsReferredTo()
    {
        var references = All(_document).OfType<JsonObject>().Select(node => (string?)node["$ref"]).ToHashSet();

        Assert.All(
            _document["components"]!["schemas"]!.AsObject(),
            schema => Assert.Contains($"#/components/schemas/{schema.Key}", references));
        Assert.All(
            _document["components"]!["responses"]!.AsObject(),
            response => Assert.Contains($"#/components/responses/{response.Key}", references));
    }

    [Fact]
    public void EveryOperation_IsThere_WithItsParametersBodyAnswersAndSecurity()
    {
        foreach (var route in Routes.All)
        {
            var operation = _document["paths"]![route.Path]![route.Method.ToLowerInvariant()]!;
            Assert.Equal(route.Operation, (string?)operation["operationId"]);
            Assert.Equal(route.Request is not null, operation["requestBody"] is not null);
            Assert.Equal(route.Access is Audience.Anyone ? 0 : 1, operation["security"]!.AsArray().Count);
            Assert.NotNull(operation["responses"]![$"{route.Status}"]);
            Assert.NotNull(operation["responses"]!["503"]);
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]));
            var parameters = operation["parameters"]?.AsArray().Select(one => ((string)one!["in"]!, (string)one["name"]!)) ?? [];
            Assert.Equal(
                route.Path.Split('/').Where(part => part is ['{', ..]).Select(part => ("path", part.Trim('{', '}')))
                    .Concat(route.Query.Select(name => ("query", name)))
                    .Concat(route.Headers.Select(name => ("header", name))),
                parameters);
        }
    }

    [Fact]
    public async Task GetOpenApi_AnswersTheDocument_MakesNoClient_AndCachesMayKeepIt()
    {
        var endpoint = Function.Named(
            "GetOpenApi",
            () => throw new InvalidOperationException("No client."),
            "none",
            TimeProvider.System,
            new LogLines().Log,
            () => throw new InvalidOperationException("No bucket."));

        var reply = new Reply(await endpoint.HandleAsync(new Call().ToEvent(), new TestContext(TimeSpan.FromSeconds(9))));

        Assert.Equal((200, "application/json"), (reply.Status, reply.Header("Content-Type")));
        Assert.Equal("public, max-age=5", reply.Header("Cache-Control"));
        Assert.Equal(File.ReadAllText(Committed), reply.Body);
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => All(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(All).Prepend(node),
        null => [],
        _ => [node],
    };
}
