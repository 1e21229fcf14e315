using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Soak;

/// <summary>Makes requests: some right, most wrong somewhere, a few wrong everywhere.</summary>
internal sealed class RequestGenerator(Random random, string marker)
{
    private static readonly string[] Telling =
    [
        "", " ", "\0", "\uD800", "\uDC00\uD800", "\"}{", "'; DROP TABLE", "../../etc/passwd", "%00", "%2e%2e%2f", "#", "\u001F",
        "\u202Eevil",
        "😀", "null", "true", "-1", "0", "1", "100", "101", "1e999", "NaN", "99999999999999999999", "PUBLIC", "GLOSSARY", "GLOSSARY#x",
        "*", "W/", "\"1\"", "W/\"1\", *", "\"0\"", "\"01\"", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav",
        "ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "AQ", "AQAAAAAAAAAAAAAA", "=?utf-8?q?", "application/xml",
        "application/json", "application/json; charset=utf-16", "a\r\nSet-Cookie: b=c", "ﬀ", "İ", "e\u0301", "\u00A0", "\uFEFF", "\u2028",
        "text/html", "multipart/form-data; boundary=x", "undefined", "[]", "{}", "Infinity", "٣", "１",
    ];

    private static readonly string[] Queries = ["limit", "cursor", "prefix", "tag", "glossaryId", "decision", "unknown"];

    private static readonly string[] HeaderNames =
        ["If-Match", "If-None-Match", "Idempotency-Key", "Content-Type", "content-type", "Accept", "Authorization", "X-Amzn-Trace-Id"];

    /// <summary>What there is to ask for.</summary>
    public required Target Target { get; set; }

    public (string Operation, APIGatewayProxyRequest Source, string Description) Next()
    {
        var route = Routes.Handled[random.Next(Routes.Handled.Count)];
        var call = new Call
        {
            Reader = Mostly(Target.Reader),
            Path = Api.Paths(Mostly(Target.GlossaryId)!, Mostly(Target.TermId)),
            Query = Some(Queries, name => name switch
            {
                "limit" => Mostly($"{random.Next(1, 101)}")!,
                "cursor" => Mostly(Target.Cursor)!,
                "glossaryId" => Mostly(Target.GlossaryId)!,
                _ => Anything(),
            }),
            Headers = Some(HeaderNames, name => name switch
            {
                "If-Match" or "If-None-Match" => Mostly(random.Next(3) is 0 ? "*" : $"\"{random.Next(1, 4)}\"")!,
                "Content-Type" or "content-type" => Mostly("application/json")!,
                _ => Anything(),
            }),
            Body = random.Next(20) is 0 ? null : Body(route),
            IsBase64 = random.Next(10) is 0,
        };
        if (call.IsBase64 && call.Body is not null && random.Next(3) > 0)
        {
            call = call with { Body = Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Body)) };
        }

        return (route.Operation, Maim(call.ToEvent()), $"{route.Operation} {call}");
    }

    /// <summary>The right thing, or rarely any other, or none.</summary>
    private string? Mostly(string right) => random.Next(12) switch
    {
        0 => Anything(),
        1 => Truncated(right),
        2 when random.Next(4) is 0 => null,
        _ => right,
    };

    private string Anything() => random.Next(6) switch
    {
        0 => marker,
        1 => Text(random.Next(40)),
        2 => new string((char)random.Next(1, 0xFFFF), random.Next(5_000)),
        3 => Telling[random.Next(Telling.Length)] + marker,
        _ => Telling[random.Next(Telling.Length)],
    };

    private string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(0x10000)));

    private string Truncated(string text) => text.Length is 0 ? text : random.Next(3) switch
    {
        0 => text[..random.Next(text.Length)],
        1 => text[random.Next(text.Length)..],
        _ => text.Insert(random.Next(text.Length), Anything()),
    };

    private Dictionary<string, string> Some(string[] names, Func<string, string> value)
    {
        Dictionary<string, string> chosen = [];
        foreach (var name in names.Where(_ => random.Next(2) is 0))
        {
            chosen[name] = value(name);
        }

        return chosen;
    }

    private string Body(Route route)
    {
        var right = route.Request switch
        {
            _ when random.Next(10) is 0 => Nested(),
            { } type when type == typeof(TermRequest) => Api.TermBody(
                Word(), [.. Enumerable.Range(0, random.Next(14)).Select(_ => Word())]),
            { } type when type == typeof(ReviewRequest) => Api.ReviewBody(Target.GlossaryId, Target.TermId, random.Next(-1, 7)),
            _ => Api.GlossaryBody(Word(), random.Next(5) is 0 ? Word() : "public", Word()),
        };
        return random.Next(4) switch
        {
            0 => Truncated(right),
            1 => Member(right),
            _ => right,
        };
    }

    private string Word() => random.Next(3) is 0 ? Sound(Anything()) : $"Word {random.Next(100)}";

    // What a serializer can write: whole surrogate pairs only.
    private static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Another value for a member, of another type mostly.</summary>
    private string Member(string body)
    {
        var names = new[] { "title", "description", "visibility", "term", "definition", "tags", "references", "quality", "termId" };
        var values = new[]
        {
            "null", "true", "0", "1.5", "-1e400", "\"\"", "[]", "{}", "[null]", "[[]]", "[{}]", "[1]", "[\"a\",\"A\"]",
            "{\"a\":{\"b\":{}}}",
            "\"\\uD800\"", "\"\\u0000\"", JsonSerializer.Serialize(Sound(Anything())),
            $"[{{\"title\":\"t\",\"url\":{JsonSerializer.Serialize(marker)}}}]",
            "[{\"title\":\"t\",\"url\":\"https://[::\"}]", "[{\"title\":\"t\",\"url\":\"http://a\\u0000b/\"}]",
            "[{\"title\":\"t\",\"url\":\"javascript:alert(1)\"}]", $"\"{new string('x', random.Next(3_000))}\"",
        };
        var member = $"\"{names[random.Next(names.Length)]}\":{values[random.Next(values.Length)]}";
        return body.Length > 2 && body[0] is '{' ? $"{{{member},{body[1..]}" : $"{{{member}}}";
    }

    private string Nested() => random.Next(5) switch
    {
        0 => new string('[', random.Next(70_000)),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", random.Next(2_000))),
        2 => "{\"title\":\"" + new string('a', random.Next(100_000)) + "\"}",
        3 => $"\uFEFF{{\"title\":\"{random.Next()}\"}}",
        _ => Anything(),
    };

    /// <summary>An event that lacks parts, as none from API Gateway does.</summary>
    private APIGatewayProxyRequest Maim(APIGatewayProxyRequest source)
    {
        if (random.Next(25) is 0)
        {
            source.RequestContext = random.Next(2) is 0 ? null : new() { Authorizer = new() };
        }

        if (random.Next(25) is 0)
        {
            (source.MultiValueHeaders, source.PathParameters) = (null, random.Next(2) is 0 ? null : source.PathParameters);
        }

        if (random.Next(25) is 0 && source.MultiValueQueryStringParameters is { } several)
        {
            several[Queries[random.Next(Queries.Length)]] = [Anything(), Anything()];
        }

        return source;
    }
}
