using Lexicon.Functions.Http;
using Lexicon.Functions.Operations;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests;

public sealed class RoutesTests
{
    [Fact]
    public void EveryRoute_HasItsOperation_AndNoOperationIsWithoutARoute()
    {
        var operations = typeof(IOperation).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IOperation)) && type.IsClass);

        Assert.Equal(
            operations.Select(type => type.Name).Order(StringComparer.Ordinal),
            Routes.All.Select(route => route.Operation).Order(StringComparer.Ordinal));
        using var client = new MeteredDynamoDb(DynamoDbLocal.NewCredentials(), new() { ServiceURL = "http://127.0.0.1" });
        Assert.All(Routes.All, route => Assert.Equal(
            route.Operation,
            Catalog.Named(route.Operation, new(() => new(client, "table", TimeProvider.System))).GetType().Name));
    }

    [Fact]
    public void EveryRoute_HasItsOwnMethodAndPath() =>
        Assert.Equal(Routes.All.Count, Routes.All.DistinctBy(route => (route.Method, route.Path)).Count());

    [Fact]
    public void EveryRouteUnderMe_IsForSignedInReaders_AndNoOther() => Assert.All(
        Routes.All,
        route => Assert.Equal(route.Path.StartsWith("/api/me/", StringComparison.Ordinal), route.Access is Access.SignedIn));

    [Fact]
    public void AnUnknownOperation_IsNamedInTheError() =>
        Assert.Equal(
            "No operation is named 'MakeTea'. (Parameter 'operation')",
            Assert.Throws<ArgumentException>(() => Routes.Of("MakeTea")).Message);
}
