using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.CloudWatchLogs.Patterns;

namespace Lexicon.Local.Tests.CloudWatchLogs;

/// <summary>
/// The examples of https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html, and their edges.
/// </summary>
public sealed class FilterPatternTests
{
    private static readonly string[] Lines =
    [
        "[ERROR 400] BAD REQUEST", "[ERROR 401] UNAUTHORIZED REQUEST", "[ERROR 419] MISSING ARGUMENTS", "[ERROR 420] INVALID ARGUMENTS",
        "[ERROR 500] INTERNAL SERVER ERROR", "[INFO] started",
    ];

    private const string Document = """
        {
          "eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value", "another value"], "status": 404,
          "cold": true,
          "objectList": [{ "name": "a", "id": 1 }, { "name": "b", "id": 2 }], "SomeObject": null, "cluster.name": "c", "text": "a \"b\""
        }
        """;

    [Theory]
    [InlineData("", "012345")]
    [InlineData("\"\"", "012345")]
    [InlineData("ERROR", "01234")]
    [InlineData("error", "")]
    [InlineData("ERROR ARGUMENTS", "23")]
    [InlineData("?BAD ?started", "05")]
    [InlineData("?BAD ?MISSING REQUEST", "01")]
    [InlineData("\"INTERNAL SERVER ERROR\"", "4")]
    [InlineData("ERROR -ARGUMENTS -\"SERVER ERROR\"", "01")]
    [InlineData("-ERROR", "5")]
    [InlineData("\"[INFO]\"", "5")]
    public void Terms_MatchWhatHasThem(string pattern, string matched) => Assert.Equal(
        matched, string.Concat(Lines.Index().Where(line => FilterPattern.Parse(pattern).Matches(line.Item)).Select(line => line.Index)));

    [Theory]
    [InlineData("""{ $.eventType = "UpdateTrail" }""", true)]
    [InlineData("""{ $.eventType = UpdateTrail }""", true)]
    [InlineData("""{ $.eventType = "Update*" }""", true)]
    [InlineData("""{ $.eventType = "Trail" }""", false)]
    [InlineData("""{ $.eventType != "Other" }""", true)]
    [InlineData("""{ $.missing != "Other" }""", false)]
    [InlineData("""{ $.sourceIPAddress != 123.123.* }""", true)]
    [InlineData("""{ $.sourceIPAddress != 111.111.* }""", false)]
    [InlineData("""{ $.arrayKey[0] = "value" }""", true)]
    [InlineData("""{ $.arrayKey[1] = "value" }""", false)]
    [InlineData("""{ $.arrayKey[*] = "another*" }""", true)]
    [InlineData("""{ $.arrayKey = "value" }""", false)]
    [InlineData("""{ $.objectList[1].id = 2 }""", true)]
    [InlineData("""{ $.objectList[*].id > 2 }""", false)]
    [InlineData("""{ $.status >= 400 && $.status < 500 }""", true)]
    [InlineData("""{ $.status = 4.04e+2 }""", true)]
    [InlineData("""{ $.status = 4* }""", true)]
    [InlineData("""{ $.status <= 403 }""", false)]
    [InlineData("""{ $.SomeObject IS NULL }""", true)]
    [InlineData("""{ $.cold IS TRUE }""", true)]
    [InlineData("""{ $.cold IS FALSE }""", false)]
    [InlineData("""{ $.SomeOtherObject NOT EXISTS }""", true)]
    [InlineData("""{ $.status NOT EXISTS }""", false)]
    [InlineData("""{ $.['cluster.name'] = "c" }""", true)]
    [InlineData("""{ $.text = "a \"b\"" }""", true)]
    [InlineData("""{ $.eventType = "UpdateTrail" || $.status = 1 && $.status = 2 }""", true)]
    [InlineData("""{ ($.eventType = "UpdateTrail" || $.status = 1) && $.status = 2 }""", false)]
    [InlineData("""{($.status=404)&&($.cold IS TRUE)}""", true)]
    public void Conditions_HoldForTheDocument(string pattern, bool matches) =>
        Assert.Equal(matches, FilterPattern.Parse(pattern).Matches(Document));

    [Fact]
    public void Conditions_HoldForNoOtherText()
    {
        var pattern = FilterPattern.Parse("{ $.missing NOT EXISTS }");

        Assert.Equal((false, false, true), (pattern.Matches("text"), pattern.Matches("{ not JSON"), pattern.Matches("{}")));
    }

    [Theory]
    [InlineData("[w1, w2]", "Invalid filter pattern: a pattern of fields between spaces, [w1, w2], is not supported by the local runner.")]
    [InlineData("%AUTH.*%", "Invalid filter pattern: a regular expression, %...%, is not supported by the local runner.")]
    [InlineData("{ $.a = %b% }", "Invalid filter pattern: a regular expression, %...%, is not supported by the local runner.")]
    [InlineData("not.quoted", "Invalid character(s) in term 'not.quoted'")]
    [InlineData("{ $.a > b }", "Invalid filter pattern: > compares with a number, not with b.")]
    [InlineData("{ $.a = 1", "Invalid filter pattern: } is wanted before ''.")]
    [InlineData("{ a = 1 }", "Invalid filter pattern: a property, such as $.status, is wanted before 'a = 1 }'.")]
    [InlineData("{ $.a ~ 1 }", "Invalid filter pattern: one of =, !=, <, <=, >, >=, IS and NOT EXISTS is wanted before '~ 1 }'.")]
    [InlineData("{ $.a = 1 } b", "Invalid filter pattern: nothing follows the last }, not 'b'.")]
    public void PatternThatIsNone_OrIsNotHonored_IsRefusedByName(string pattern, string message)
    {
        var error = Assert.Throws<LogsException>(() => FilterPattern.Parse(pattern));

        Assert.Equal(("InvalidParameterException", message), (error.Code, error.Message));
    }
}
