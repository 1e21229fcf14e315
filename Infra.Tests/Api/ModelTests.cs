using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;
using NJsonSchema;

namespace Lexicon.Infra.Tests.Api;

/// <summary>
/// The models refuse what the rules of the handlers bound, and nothing that the handlers take: each member of each record that a route
/// takes is given values of every kind and of every length at and beside a bound, and every two members together.
/// </summary>
public sealed class ModelTests
{
    private const string Ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Every bound there is, as Functions declares it.
    private static readonly int[] Lengths =
    [
        .. typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.FieldType == typeof(int))
            .Select(field => (int)field.GetRawConstantValue()!)
            .Where(bound => bound is > 0 and <= 10_000)
            .SelectMany(bound => (int[])[bound, bound + 1]).Distinct().Order(),
    ];

    // What no schema of this draft tells: text of blanks alone, a control character, the scheme of an address, a number with a point.
    private static readonly string[] ValuesOfHandlers = ["\" \"", "\"a\\u0007\"", "\"ftp://a.example/\"", "4.0", "5e0"];

    private static readonly string[] Texts =
    [
        "\"\"", .. ValuesOfHandlers, "\"t\"", "\"public\"", "\"private\"", "\"publicly\"", "\"https://a.example/\"", Quote(Ulid),
        Quote($"{Ulid}X"),
        Quote(Ulid.ToLowerInvariant()), .. Lengths.Select(length => Quote(new string('t', length))),
        .. Lengths.Select(length => Quote("https://a.example/".PadRight(length, 'u'))), .. Lengths
            .Select(length => Quote(new string(' ', length))),
    ];

    private static readonly string[] Numbers = ["-1", "0", "1", "3", "5", "6", "4.5", "99999999999"];

    public static TheoryData<string> Records() => [.. Routes.All.Select(route => route.Request?.Name).OfType<string>().Distinct()];

    [Theory, MemberData(nameof(Records))]
    public void Model_RefusesNothingThatTheHandlersTake(string record)
    {
        var (model, taken) = (ModelOf(record), TakenBy(record));
        var bodies = Bodies(model, record).Where(taken).ToList();

        Assert.NotEmpty(bodies);
        Assert.All(bodies, body => Assert.Empty(model.Validate(body)));
    }

    [Theory, MemberData(nameof(Records))]
    public void Model_RefusesWhatIsBeyondABound_OrOfAnotherType_AsTheHandlersDo(string record)
    {
        var (model, taken, valid) = (ModelOf(record), TakenBy(record), Valid(ModelOf(record)));
        Assert.Equal(TypeOf(record).GetProperties().Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name))
            .Order(), model.Properties.Keys.Order());
        Assert.Empty(model.Validate(valid.ToJsonString()));
        Assert.All(
            from member in model.Properties.Values
            from value in Values(member).Append(null)
            where value is null || !ValuesOfHandlers.Any(unknown => value.Contains(unknown, StringComparison.Ordinal))
                && !value.Contains("  ", StringComparison.Ordinal)
            let body = With(valid, member.Name, value).ToJsonString(AsItStands)
            where !taken(body)
            select body,
            body => Assert.True(model.Validate(body).Count > 0 || OnlyTheHandlersKnow(body), body));
    }

    // Tags and addresses are looked at one by one.
    private static bool OnlyTheHandlersKnow(string body) => body.Contains("[\"\"", StringComparison.Ordinal)
        || body.Contains("\"url\":\"", StringComparison.Ordinal);

    private static IEnumerable<string> Bodies(JsonSchema model, string record) =>
        from one in model.Properties.Values
        from other in model.Properties.Values
        where string.CompareOrdinal(one.Name, other.Name) <= 0
        from first in Values(one).Where((_, index) => one == other || index % 5 == record.Length % 5).Append(null)
        from second in one == other ? [first] : Values(other).Where((_, index) => index % 7 == 0)
        select With(With(Valid(model), one.Name, first), other.Name, second).ToJsonString();

    private static IEnumerable<string> Values(JsonSchema member) =>
    [
        "null", "true", "{}", "[]", "[null]", "[1]", .. Numbers, .. Texts, .. member.Enumeration.Select(word => Quote($"{word}")),
        .. member.Item is null ? [] : Lists(member.Item.ActualSchema),
    ];

    private static IEnumerable<string> Lists(JsonSchema item)
    {
        var one = item.ActualProperties.Count == 0 ? "\"a\"" : Valid(item).ToJsonString(AsItStands);
        return
        [
            .. Lengths.Where(length => length <= 100)
                .Select(count =>
                    List(Enumerable.Range(0, count).Select(index => one.Replace("a\"", $"a{index}\"", StringComparison.Ordinal)))),
            .. item.ActualProperties.Count == 0
                ? Texts.Select(text => List([text]))
                : item.ActualProperties.Values
                    .SelectMany(member => Texts.Select(text => List([With(Valid(item), member.Name, text).ToJsonString(AsItStands)]))),
        ];
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static string Quote(string text) => JsonSerializer.Serialize(text, AsItStands);

    // What is required, and of each member the first value that will do.
    private static JsonObject Valid(JsonSchema model) => new(model.RequiredProperties.Select(name => KeyValuePair.Create(
        name,
        JsonNode.Parse(
            ((string[])
            [
                "\"https://a.example/\"", Quote(Ulid), .. Numbers,
                .. model.ActualProperties[name].Enumeration.Select(word => Quote($"{word}")),
            ]).First(value => model.ActualProperties[name].Validate(value).Count == 0)))));

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

    private static Type TypeOf(string record) => Routes.All
        .Select(route => route.Request).OfType<Type>().First(type => type.Name == record);

    /// <summary>Whether the handlers take a body: by the one method <c>From</c> of their domain that reads the record.</summary>
    private static Func<string, bool> TakenBy(string record)
    {
        var from = Assert.Single(
            typeof(Limits).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)),
            method => method.Name == "From" && method.GetParameters() is [var only] && only.ParameterType == TypeOf(record));
        var contract = ContractJson.Default.GetTypeInfo(TypeOf(record))!;
        return body =>
        {
            try
            {
                var result = from.Invoke(null, [JsonSerializer.Deserialize(body, contract)])!;
                return (bool)result.GetType().GetMethod("Succeeded")!.Invoke(result, [null, null])!;
            }
            catch (JsonException)
            {
                return false;
            }
        };
    }

    private static JsonSchema ModelOf(string record)
    {
        var schema = Assert.Single(Stages.Dev.Api.OfType("AWS::ApiGateway::Model"), model => model.Text("Name") == record)["Schema"];
        Assert.NotNull(schema);
        return JsonSchema.FromJsonAsync(schema.ToJsonString()).GetAwaiter().GetResult();
    }
}
