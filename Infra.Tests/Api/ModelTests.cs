using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;
using Lexicon.Infra.Tests.Synthesis;
using NJsonSchema;

namespace Lexicon.Infra.Tests.Api;

/// <summary>
/// The models refuse what the rules of the handlers bound, and nothing that the handlers take: each member of each record is given
/// values at and beside every bound, and every two members together.
/// </summary>
public sealed class ModelTests
{
    private static readonly JsonSerializerOptions s_asItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_notText = ["null", "1", "true", "{}", "[]"];

    private static readonly Dictionary<string, string?[]> s_glossary = new()
    {
        ["title"] = Texts(Limits.GlossaryTitle),
        ["description"] = Texts(Limits.GlossaryDescription),
        ["visibility"] = [null, .. s_notText, "\"public\"", "\"private\"", "\"Public\"", "\"publicly\"", "\"\""],
    };

    private static readonly Dictionary<string, string?[]> s_term = new()
    {
        ["term"] = Texts(Limits.TermName),
        ["definition"] = Texts(Limits.Definition),
        ["references"] =
        [
            null, "null", "{}", "\"none\"", "[]", "[null]", "[{}]", "[1]", References("t", "https://a.example/", 1),
            References("t", "https://a.example/", Limits.References), References("t", "https://a.example/", Limits.References + 1),
            References(new('t', Limits.ReferenceTitle), "https://a.example/".PadRight(Limits.ReferenceUrl, 'u'), 1),
            References(new('t', Limits.ReferenceTitle + 1), "https://a.example/", 1), References("", "ftp://a.example/", 1),
            """[{"title":"t","url":"https://a.example/","more":1}]""",
        ],
        ["tags"] =
        [
            null, "null", "{}", "[]", "[null]", "[1]", "[\"\"]", "[\"a\",\"A\"]", Tags(Limits.Tags, Limits.Tag),
            Tags(Limits.Tags + 1, 1), Tags(1, Limits.Tag + 1),
        ],
    };

    private static readonly Dictionary<string, string?[]> s_review = new()
    {
        ["glossaryId"] = Ids(),
        ["termId"] = Ids(),
        ["quality"] = [null, "null", "-1", "0", "3", "5", "6", "4.0", "4.5", "5e0", "\"4\"", "99999999999", "[]"],
    };

    public static TheoryData<string> Records() => [nameof(GlossaryRequest), nameof(TermRequest), nameof(ReviewRequest)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Model_RefusesNothingThatTheHandlersTake(string record)
    {
        var model = ModelOf(record);
        var taken = Bodies(record).Where(body => IsTaken(record, body)).ToList();

        Assert.All(taken, body => Assert.Empty(model.Validate(body)));
        Assert.NotEmpty(taken);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Model_RefusesWhatIsBeyondABound_OrOfAnotherType_AsTheHandlersDo(string record)
    {
        var model = ModelOf(record);
        var valid = Valid(record);

        Assert.Empty(model.Validate(valid.ToJsonString()));
        foreach (var (member, values) in MembersOf(record))
        {
            foreach (var value in values)
            {
                var body = With(valid, member, value).ToJsonString();
                if (!IsTaken(record, body) && !OnlyTheHandlersKnow(value))
                {
                    Assert.True(model.Validate(body).Count > 0, body);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void EveryRecord_IsTriedMemberByMember(string record) => Assert.Equal(
        ModelOf(record).Properties.Keys.Order(),
        MembersOf(record).Keys.Order());

    [Theory]
    [InEveryVariant]
    public void Models_AreThese(string stage) => Assert.Equal(
        [
            """
            GlossaryRequest {"additionalProperties":true,"properties":{"title":{"maxLength":100,"minLength":1,"type":"string"},"description":{"maxLength":1000,"type":["string","null"]},"visibility":{"pattern":"^(public|private)$","type":["string","null"]}},"required":["title"],"$schema":"http://json-schema.org/draft-04/schema#","title":"GlossaryRequest","type":"object"}
            """,
            """
            ReviewRequest {"additionalProperties":true,"properties":{"glossaryId":{"maxLength":26,"minLength":26,"pattern":"^[0-7][0-9A-HJKMNP-TV-Z]{25}$","type":"string"},"termId":{"maxLength":26,"minLength":26,"pattern":"^[0-7][0-9A-HJKMNP-TV-Z]{25}$","type":"string"},"quality":{"maximum":5,"minimum":0,"type":"integer"}},"required":["glossaryId","termId","quality"],"$schema":"http://json-schema.org/draft-04/schema#","title":"ReviewRequest","type":"object"}
            """,
            """
            TermRequest {"additionalProperties":true,"properties":{"term":{"maxLength":100,"minLength":1,"type":"string"},"definition":{"maxLength":2000,"minLength":1,"type":"string"},"references":{"items":{"additionalProperties":true,"properties":{"title":{"maxLength":120,"minLength":1,"type":"string"},"url":{"maxLength":500,"minLength":1,"type":"string"}},"required":["title","url"],"title":"ReferenceBody","type":"object"},"maxItems":5,"type":["array","null"]},"tags":{"items":{"maxLength":40,"type":"string"},"maxItems":10,"type":["array","null"]}},"required":["term","definition"],"$schema":"http://json-schema.org/draft-04/schema#","title":"TermRequest","type":"object"}
            """,
        ],
        Stages.Named(stage).Api.OfType("AWS::ApiGateway::Model")
            .Select(model => $"{model.Text("Name")} {model["Schema"]!.ToJsonString(s_asItStands)}")
            .Order(StringComparer.Ordinal));

    // Text of blanks alone, markup in tags and the like: rules that no schema of this draft tells.
    private static bool OnlyTheHandlersKnow(string? value) =>
        value is "\" \"" or "[\"\"]" || value?.Contains("ftp:", StringComparison.Ordinal) is true
        || (value?.StartsWith("\"\\u", StringComparison.Ordinal) ?? false) || value is "\"a\\u0007\"" or "5e0" or "4.0";

    private static string?[] Texts(int maximum) =>
    [
        null, .. s_notText, "\"\"", "\" \"", "\"a\\u0007\"", Quote("t"), Quote(new('t', maximum)), Quote(new('t', maximum + 1)),
        Quote($" {new string('t', maximum - 2)} "), Quote($" {new string('t', maximum)} "), Quote(new(' ', maximum + 1)),
        Quote(string.Concat(Enumerable.Repeat("😀", maximum / 2))),
    ];

    private static string?[] Ids() =>
    [
        null, .. s_notText, "\"\"", Quote("01ARZ3NDEKTSV4RRFFQ69G5FAV"), Quote("01arz3ndektsv4rrffq69g5fav"),
        Quote("81ARZ3NDEKTSV4RRFFQ69G5FAV"), Quote("01ARZ3NDEKTSV4RRFFQ69G5FAU"), Quote("01ARZ3NDEKTSV4RRFFQ69G5FAVX"),
    ];

    private static string References(string title, string url, int count) =>
        $"[{string.Join(',', Enumerable.Repeat($$"""{"title":{{Quote(title)}},"url":{{Quote(url)}}}""", count))}]";

    private static string Tags(int count, int length) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(number => Quote($"{number}".PadRight(length, 't'))))}]";

    private static string Quote(string text) => JsonSerializer.Serialize(text, s_asItStands);

    private static IEnumerable<string> Bodies(string record) =>
        from one in MembersOf(record)
        from other in MembersOf(record)
        where string.CompareOrdinal(one.Key, other.Key) < 0
        from first in one.Value
        from second in other.Value
        select With(With(Valid(record), one.Key, first), other.Key, second).ToJsonString();

    private static JsonObject Valid(string record) => JsonNode.Parse(record switch
    {
        nameof(GlossaryRequest) => """{"title":"t"}""",
        nameof(TermRequest) => """{"term":"t","definition":"d"}""",
        _ => """{"glossaryId":"01ARZ3NDEKTSV4RRFFQ69G5FAV","termId":"01ARZ3NDEKTSV4RRFFQ69G5FAV","quality":4}""",
    })!.AsObject();

    private static JsonObject With(JsonObject valid, string member, string? value)
    {
        var body = valid.DeepClone().AsObject();
        body.Remove(member);
        if (value is not null)
        {
            body[member] = JsonNode.Parse(value);
        }

        return body;
    }

    private static Dictionary<string, string?[]> MembersOf(string record) => record switch
    {
        nameof(GlossaryRequest) => s_glossary,
        nameof(TermRequest) => s_term,
        _ => s_review,
    };

    private static bool IsTaken(string record, string body)
    {
        try
        {
            return record switch
            {
                nameof(GlossaryRequest) => IsTaken(GlossaryDraft.From(JsonSerializer.Deserialize(body, ContractJson.Default.GlossaryRequest)!)),
                nameof(TermRequest) => IsTaken(TermDraft.From(JsonSerializer.Deserialize(body, ContractJson.Default.TermRequest)!)),
                _ => IsTaken(ReviewDraft.From(JsonSerializer.Deserialize(body, ContractJson.Default.ReviewRequest)!)),
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsTaken<T>(Result<T> result) => result.Match(_ => true, _ => false);

    private static JsonSchema ModelOf(string record)
    {
        var schema = Assert.Single(Stages.Dev.Api.OfType("AWS::ApiGateway::Model"), model => model.Text("Name") == record)["Schema"];
        Assert.NotNull(schema);
        return JsonSchema.FromJsonAsync(schema.ToJsonString()).GetAwaiter().GetResult();
    }
}
