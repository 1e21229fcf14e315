using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.EventSources.Filters;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html.</summary>
public sealed class FilterCriteriaTests
{
    private const string Change = """
        {"eventName":"MODIFY","awsRegion":"us-east-1","dynamodb":{
          "Keys":{"pk":{"S":"term#1"}},
          "NewImage":{"pk":{"S":"term#1"},"state":{"S":"live"},"count":{"N":"7"},"hidden":{"BOOL":false},"tags":{"SS":["a","b"]}}}}
        """;

    [Theory]
    [InlineData("""{"eventName":["INSERT","MODIFY"]}""", true)]
    [InlineData("""{"eventName":["REMOVE"]}""", false)]
    [InlineData("""{"eventName":[{"anything-but":["REMOVE"]}],"dynamodb":{"NewImage":{"state":{"S":["live"]}}}}""", true)]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"term#"}]}}}}""", true)]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":[{"suffix":"#2"}]}}}}""", false)]
    [InlineData("""{"dynamodb":{"NewImage":{"state":{"S":[{"equals-ignore-case":"LIVE"}]}}}}""", true)]
    [InlineData("""{"dynamodb":{"NewImage":{"hidden":{"BOOL":[false]}}}}""", true)]
    [InlineData("""{"dynamodb":{"NewImage":{"tags":{"SS":["b"]}}}}""", true)]
    [InlineData("""{"dynamodb":{"NewImage":{"expires":{"N":[{"exists":false}]}}}}""", true)]
    [InlineData("""{"dynamodb":{"NewImage":{"count":{"N":[{"exists":true}]}}}}""", true)]
    [InlineData("""{"dynamodb":{"OldImage":{"count":{"N":[{"exists":true}]}}}}""", false)]
    [InlineData("""{"$or":[{"eventName":["INSERT"]},{"dynamodb":{"NewImage":{"count":{"N":["7"]}}}}]}""", true)]
    public void Filter_IsForTheRecordsThatMatch(string pattern, bool accepts) =>
        Assert.Equal(accepts, Accepts("dynamodb", Change, pattern));

    // A number of DynamoDB is a text in its JSON.
    [Fact]
    public void NumericFilter_MatchesNoNumberOfDynamoDb() =>
        Assert.False(Accepts("dynamodb", Change, """{"dynamodb":{"NewImage":{"count":{"N":[{"numeric":[">",1]}]}}}}"""));

    [Fact]
    public void Record_HasToSatisfyOneOfTheFilters()
    {
        Assert.True(Accepts("dynamodb", Change, """{"eventName":["INSERT"]}""", """{"eventName":["MODIFY"]}"""));
        Assert.False(Accepts("dynamodb", Change, """{"eventName":["INSERT"]}""", """{"eventName":["REMOVE"]}"""));
        Assert.True(Accepts("dynamodb", Change));
    }

    [Theory]
    [InlineData("""{\"n\":5}""", """{"body":{"n":[{"numeric":[">",1,"<=",5]}]}}""", true)]
    [InlineData("""{\"n\":6}""", """{"body":{"n":[{"numeric":[">",1,"<=",5]}]}}""", false)]
    [InlineData("text", """{"body":{"n":[{"exists":false}]}}""", false)]
    [InlineData("text", """{"body":["text"]}""", true)]
    [InlineData("text", """{"body":[{"prefix":"other"}]}""", false)]
    [InlineData("""{\"n\":5}""", """{"body":[{"prefix":"{"}]}""", false)]
    [InlineData("text", """{"messageId":["1"]}""", true)]
    [InlineData("""{\"n\":5}""", """{"messageId":["1"]}""", true)]
    public void Filter_OfAMessage_GoesByTheFormatOfItsBody(string body, string pattern, bool accepts) =>
        Assert.Equal(accepts, Accepts("body", $$"""{"messageId":"1","body":"{{body}}"}""", pattern));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"dynamodb":{"Keys":[]}}""")]
    [InlineData("""{"eventName":[{"wildcard":"I*"}]}""")]
    public void Pattern_ThatIsNone_IsRefusedAsLambdaRefusesIt(string pattern)
    {
        var refusal = Assert.Throws<LambdaServiceException>(() => FilterCriteria.Read([pattern], "dynamodb"));

        Assert.Equal(("InvalidParameterValueException", "Invalid filter pattern definition."), (refusal.ErrorType, refusal.Message));
    }

    private static bool Accepts(string dataKey, string record, params string[] patterns) =>
        FilterCriteria.Read(patterns, dataKey).Accepts(JsonNode.Parse(record)!.AsObject());
}
