using System.Text;
using FsCheck.Fluent;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

public sealed class HostileInputTests(TestTable table) : IClassFixture<TestTable>
{
    private static readonly string[] HostileTexts =
    [
        "", " ", "\0", "\uD800", "\uDC00\uD800", "<script>alert(1)</script>", "\"}{", "'; DROP TABLE", "../../etc/passwd",
        "%00", "#", "\u001F", "\u202Eevil", "😀", "null", "-1", "1e999", "99999999999999999999", "PUBLIC", "GLOSSARY", "*",
        "W/", "\"1\"", "W/\"1\", *", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav",
        "ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "AQ", "AQAAAAAAAAAAAAAA", "=?utf-8?q?", "application/xml",
        "application/json; charset=utf-16", new('a', 1_000), new('\u4E2D', 3_000), "a\r\nSet-Cookie: b=c",
    ];

    private static readonly string[] HostileBodies =
    [
        "{", "[", "]", "null", "true", "1", "\"text\"", "[]", "{}", "\uD800",
        """{"title":1}""", """{"title":null}""", """{"title":{}}""", """{"title":"\uD800"}""", """{"title":1e99999}""",
        """{"title":"a","title":"b"}""", """{"title":"a",}""", """{/* */"title":"a"}""", """{"title":"<script>\u003c"}""",
        """{"title":"a","visibility":"everyone"}""", """{"title":"a","__proto__":{},"$type":"System.Object"}""",
        """{"term":"\uDC00","definition":"d"}""", """{"term":"t","definition":"d","tags":"tag"}""",
        """{"term":"t","definition":"d","tags":[null,1]}""", """{"term":"t","definition":"d","tags":[[[[[[[[[[]]]]]]]]]]}""",
        """{"term":"t","definition":"d","references":[{"url":{}}]}""",
        """{"term":"t","definition":"d","references":[{"title":"t","url":"https://[::"}]}""",
        """{"term":"t","definition":"d","references":[{"title":"t","url":"https://\u0000"}]}""",
        new('[', 30_000), "{\"a\":" + new string('{', 5_000), "\uFEFF{\"title\":\"a\"}", "{\"title\":\"\u0000\"}",
        "{\"title\":\"" + new string('a', 70_000) + "\"}",
    ];

    [Theory]
    [InlineData("{", null, false, 400, "malformed-body")]
    [InlineData("null", null, false, 400, "malformed-body")]
    [InlineData("", null, false, 400, "malformed-body")]
    [InlineData(null, null, false, 400, "malformed-body")]
    [InlineData("[]", null, false, 400, "malformed-body")]
    [InlineData("{\"title\":1}", null, false, 400, "malformed-body")]
    [InlineData("{\"title\":\"\\uD800\"}", null, false, 400, "malformed-body")]
    [InlineData("{\"title\":[[[[[[[[[]]]]]]]]]}", null, false, 400, "malformed-body")]
    [InlineData("{\"x\":[[[[[[[[[]]]]]]]]]}", null, false, 400, "malformed-body")]
    [InlineData("not base64!", null, true, 400, "malformed-body")]
    [InlineData("/w==", null, true, 400, "malformed-body")]
    [InlineData("{}", null, false, 400, "invalid-content")]
    [InlineData("{\"title\":\"t\",\"visibility\":\"everyone\"}", null, false, 400, "invalid-content")]
    [InlineData("{\"title\":\"a\\u0000b\"}", null, false, 400, "invalid-content")]
    [InlineData("{\"title\":\"t\"}", "text/plain", false, 415, "unsupported-media-type")]
    [InlineData("{\"title\":\"t\"}", "application/json; charset=utf-16", false, 415, "unsupported-media-type")]
    [InlineData("{\"title\":\"t\"}", "nonsense", false, 415, "unsupported-media-type")]
    public async Task Body_ThatIsWrong_IsRefused(string? body, string? contentType, bool isBase64, int status, string problem)
    {
        var api = table.Api();

        var refused = await api.CallAsync("CreateGlossary", new()
        {
            Reader = api.Reader,
            Headers = Api.Headers("content-type", contentType),
            Body = body,
            IsBase64 = isBase64,
        });

        Assert.Equal((status, $"/problems/{problem}"), (refused.Status, refused.Problem));
        Assert.Equal([[]], await api.PagesAsync("ListMyGlossaries", null, 20));
    }

    [Fact]
    public async Task Body_WithHalfASurrogatePair_IsRefused()
    {
        var api = table.Api();

        var refused = await api.CallAsync("CreateGlossary", new() { Reader = api.Reader, Body = "{\"title\":\"\uD800\"}" });

        Assert.Equal((400, "/problems/malformed-body"), (refused.Status, refused.Problem));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task Body_SaidToBeJson_IsTaken_InBase64Too(string contentType)
    {
        var api = table.Api();

        var created = await api.CallAsync("CreateGlossary", new()
        {
            Reader = api.Reader,
            Headers = Api.Headers("Content-Type", contentType),
            Body = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"title\":\"Übersicht\",\"id\":\"ignored\",\"more\":[{}]}")),
            IsBase64 = true,
        });

        Assert.Equal((201, "Übersicht"), (created.Status, created.Text("title")));
        Assert.NotEqual("ignored", created.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OfMoreThan64KiB_IsTooLarge(bool isBase64)
    {
        var api = table.Api();
        var large = "{\"title\":\"t\",\"more\":\"" + new string('a', 64 * 1024) + "\"}";

        var refused = await api.CallAsync("CreateGlossary", new()
        {
            Reader = api.Reader,
            Body = isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(large)) : large,
            IsBase64 = isBase64,
        });

        Assert.Equal((413, "/problems/body-too-large"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task AnyRequest_IsNeverAFaultOfOurs_AndIsNeverQuotedUnescaped()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var term = await api.CreateTermAsync(glossary.Id, "Lambda", ["tag"]);
        var cursor = (await api.ListMyTermsAsync(glossary.Id, new() { ["limit"] = "1" })).NextCursor ?? "AQ";

        var hostile = Gen.Elements(HostileTexts);
        var calls =
            from route in Gen.Elements(Routes.Handled.ToArray())
            from reader in Gen.Frequency(
                (8, Gen.Constant<string?>(api.Reader)),
                (1, hostile.Select(string? (text) => text)),
                (1, Gen.Constant<string?>(null)))
            from glossaryId in Gen.Frequency((6, Gen.Constant(glossary.Id)), (1, hostile))
            from termId in Gen.Frequency((4, Gen.Constant(term.Id)), (1, hostile))
            from limit in Gen.Frequency((2, Gen.Constant("5")), (1, hostile))
            from after in Gen.Frequency((1, Gen.Constant(cursor)), (1, hostile))
            from prefix in hostile
            from tag in hostile
            from query in Gen.SubListOf("limit", "cursor", "prefix", "tag")
            from ifMatch in Gen.Frequency((2, Gen.Constant("\"9\"")), (1, hostile))
            from key in hostile
            from contentType in Gen.Frequency((4, Gen.Constant("application/json")), (1, hostile))
            from headers in Gen.SubListOf("If-Match", "If-None-Match", "Idempotency-Key", "Content-Type")
            from body in Gen.OneOf(
                Gen.Elements(HostileBodies),
                Gen.Elements(Api.GlossaryBody("t"), Api.TermBody("t", ["tag"])),
                from valid in Gen.Elements(Api.GlossaryBody("t"), Api.TermBody("t", ["tag"]))
                from at in Gen.Choose(0, valid.Length - 1)
                from instead in hostile
                select valid[..at] + instead + valid[(at + 1)..])
            from isBase64 in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (route, call: new Call
            {
                Reader = reader,
                Path = Api.Paths(glossaryId, termId),
                Query = query.ToDictionary(
                    name => name, name => name switch { "limit" => limit, "cursor" => after, "prefix" => prefix, _ => tag }),
                Headers = headers.ToDictionary(
                    name => name, name => name switch { "Content-Type" => contentType, "Idempotency-Key" => key, _ => ifMatch }),
                Body = body,
                IsBase64 = isBase64,
            });

        foreach (var (route, call) in calls.Sample(600))
        {
            var reply = await api.CallAsync(route.Operation, call);

            Assert.True(reply.Status < 500, $"{route.Operation} {call}: {reply.Status} {reply.Body}");
            Assert.DoesNotContain("<script", reply.Body, StringComparison.OrdinalIgnoreCase);
            Assert.True(reply.Status < 400 || reply.Json.GetProperty("status").GetInt32() == reply.Status);
        }
    }
}
