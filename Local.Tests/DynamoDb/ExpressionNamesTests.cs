using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.Tests.DynamoDb;

public sealed class ExpressionNamesTests
{
    private static readonly JsonElement Names = JsonDocument.Parse("""{ "#p": "pk", "#n": "name with space" }""").RootElement;

    [Theory]
    [InlineData("a, b.c, d[0].e, #n.f", "a b d name with space")]
    [InlineData("SET a = if_not_exists(b, :zero) + :one REMOVE c ADD d :x DELETE e :y", "a b c d e")]
    [InlineData("attribute_not_exists(#p) AND (size(a) > :x OR NOT begins_with(b, :y)) AND c BETWEEN :l AND :h", "pk a b c")]
    [InlineData("a IN (:x, :y) and contains(b, :z)", "a b")]
    [InlineData("", "")]
    public void Attributes_AreTheTopLevelNames(string expression, string expected) =>
        Assert.Equal(expected, string.Join(' ', ExpressionNames.In(expression, Names)));

    [Theory]
    [InlineData("pk = :v", ":v")]
    [InlineData("#p=:v AND begins_with(sk, :s)", ":v")]
    [InlineData("begins_with(sk, :s) and (pk = :v)", ":v")]
    [InlineData("sk = :s", null)]
    [InlineData("pk > :v", null)]
    public void PartitionKey_IsFoundInTheKeyCondition(string condition, string? expected) =>
        Assert.Equal(expected, ExpressionNames.EqualTo("pk", condition, Names));
}
