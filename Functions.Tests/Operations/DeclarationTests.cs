using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Lexicon.Functions.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Operations;

/// <summary>What the route table declares of an operation is what the operation does.</summary>
public sealed class DeclarationTests(TestTable table) : IClassFixture<TestTable>
{
    /// <summary>Values that change the answer of every operation that reads them.</summary>
    private static readonly Dictionary<string, string> TellingQuery =
        new()
        {
            ["limit"] = "0",
            ["cursor"] = "none",
            ["prefix"] = "\u0007",
            ["tag"] = "\u0007",
            ["glossaryId"] = "none",
            ["decision"] = "none",
        };

    private static readonly Dictionary<string, string> TellingHeaders =
        new() { ["If-Match"] = "none", ["If-None-Match"] = "\"1\"", ["Idempotency-Key"] = "\u0007" };

    private readonly Api _api = table.Api();

    public static TheoryData<string> Operations() => new(Routes.Handled.Select(route => route.Operation));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_ReadsTheDeclaredQueryParameters_AndNoOther(string operation)
    {
        HashSet<string> read = [];
        foreach (var (name, value) in TellingQuery)
        {
            var call = await ValidAsync(operation);
            var reply = await _api.CallAsync(operation, call with { Query = new() { [name] = value } });
            Collect(read, name, operation, reply);
        }

        Assert.Equal(Routes.Of(operation).Query.ToHashSet(), read);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_ReadsTheDeclaredHeaders_AndNoOther(string operation)
    {
        HashSet<string> read = [];
        foreach (var (name, value) in TellingHeaders)
        {
            var call = await ValidAsync(operation);
            var reply = await _api.CallAsync(operation, call with { Headers = new(call.Headers) { [name] = value } });
            Collect(read, name, operation, reply);
        }

        Assert.Equal(Routes.Of(operation).Headers.ToHashSet(), read);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_ReadsTheDeclaredBody_OrNone(string operation)
    {
        var route = Routes.Of(operation);
        var call = await ValidAsync(operation);

        var reply = await _api.CallAsync(operation, call with { Body = route.Request is null ? "not JSON" : "{}" });

        if (route.Request is null)
        {
            Assert.Equal(route.Status, reply.Status);
        }
        else
        {
            Assert.Equal(
                route.Request.GetProperties()
                    .Where(property => property.GetCustomAttribute<RequiredAttribute>() is not null)
                    .Select(property => $"/{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}"),
                reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_AnswersWithTheDeclaredStatusAndBody(string operation)
    {
        var route = Routes.Of(operation);

        var reply = await _api.CallAsync(operation, await ValidAsync(operation));

        Assert.Equal(route.Status, reply.Status);
        Assert.Equal(route.Response is null ? "" : ReadAndWritten(reply.Body, route.Response), reply.Body);
    }

    private static void Collect(HashSet<string> read, string name, string operation, Reply reply)
    {
        if (reply.Status != Routes.Of(operation).Status)
        {
            read.Add(name);
        }
    }

    /// <summary>Reading fails on a member that is missing, and writing leaves out one that the type does not have.</summary>
    private static string ReadAndWritten(string body, Type type)
    {
        var contract = ContractJson.Default.GetTypeInfo(type)!;
        return type == typeof(JsonElement) ? body : JsonSerializer.Serialize(JsonSerializer.Deserialize(body, contract), contract);
    }

    private Task<Call> ValidAsync(string operation) => ValidCalls.NewAsync(_api, Routes.Of(operation));
}
