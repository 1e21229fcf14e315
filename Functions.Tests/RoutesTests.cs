using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests;

public sealed class RoutesTests
{
    /// <summary>The other way round the compiler looks: a row without its handler does not compile.</summary>
    [Fact]
    public void EveryHandler_HasItsRow()
    {
        var missing = typeof(IOperation).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IOperation)))
            .Select(type => type.Name)
            .Except(Routes.All.Select(route => route.Operation))
            .Select(name =>
                $"Functions/Routes.cs has no row for {name}: add new Route<{name}>(\"GET\", \"/api/...\", Audience.SignedIn) to All.");

        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    [Fact]
    public void EveryRecordOfARow_CanBeReadAndWritten()
    {
        var missing = Routes.All.SelectMany(route => new[] { route.Request, route.Response }).OfType<Type>().Distinct()
            .Where(record => record != typeof(System.Text.Json.JsonElement) && ContractJson.Default.GetTypeInfo(record) is null)
            .Select(
                record => $"Functions/Json/ContractJson.cs does not name {record.Name}: add [JsonSerializable(typeof({record.Name}))].");

        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    [Fact]
    public void EveryRow_CreatesItsHandler_OfItsName()
    {
        using var client = new MeteredDynamoDb(TestTable.NewCredentials(), new() { ServiceURL = "http://127.0.0.1" });

        Assert.All(Routes.Handled, route => Assert.Equal(
            route.Operation,
            route.CreateHandler(new(() => client, "table", () => new FakeImageFiles(), TimeProvider.System)).GetType().Name));
    }

    [Fact]
    public void EveryRoute_HasItsOwnOperation() =>
        Assert.Equal(Routes.All.Count, Routes.All.DistinctBy(route => route.Operation).Count());

    [Fact]
    public void EveryRoute_HasItsOwnMethodAndPath() =>
        Assert.Equal(Routes.All.Count, Routes.All.DistinctBy(route => (route.Method, route.Path)).Count());

    [Fact]
    public void EveryRouteUnderMe_IsForSignedInReaders_AndNoOther() => Assert.All(
        Routes.All,
        route => Assert.Equal(route.Path.StartsWith("/api/me/", StringComparison.Ordinal), route.Access is Audience.SignedIn));

    [Fact]
    public void EveryRouteOfModeration_IsForModerators_AndNoOther() => Assert.All(
        Routes.All,
        route => Assert.Equal(route.Path.StartsWith("/api/moderation/", StringComparison.Ordinal), route.Access is Audience.Moderator));

    [Fact]
    public void AnUnknownOperation_IsNamedInTheError() =>
        Assert.Equal(
            "No operation is named 'MakeTea'. (Parameter 'operation')",
            Assert.Throws<ArgumentException>(() => Routes.Of("MakeTea")).Message);
}
