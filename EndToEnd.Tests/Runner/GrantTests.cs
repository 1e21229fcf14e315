using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>
/// Each grant of the live functions, and of reports and moderation, is needed: taken away, what it is for is denied. The grants are read
/// out of the templates, so that a new one is tried, too.
/// </summary>
[Trait("Where", "Local")]
public sealed class GrantTests(GrantRounds rounds) : IClassFixture<GrantRounds>
{
    public static TheoryData<string, string, string> Grants() => Of(_ => true);

    public static TheoryData<string, string, string> OfDecideReport() =>
        Of(grant => grant.Role is "DecideReportRole" && !grant.IsCheckedAtDeployment);

    public static TheoryData<string, string, string> OfListReports() =>
        Of(grant => grant.Role is "ListReportsRole" && !grant.IsCheckedAtDeployment);

    public static TheoryData<string, string, string> OfModerators() => Of(grant => grant.Role is "ModeratorsRole");

    [Fact]
    public void Nothing_IsDenied_AsLongAsNothingIsTakenAway() => Assert.Equal("", rounds.DeniedBefore);

    [Theory]
    [MemberData(nameof(Grants))]
    public void Grant_ThatIsTakenAway_IsMissed(string role, string action, string resource) =>
        Assert.NotNull(rounds.DenialOf(new(role, action, resource)));

    [Fact]
    public void ReportTerm_WithoutPublish_TakesNoReport()
    {
        var refused = rounds.AnswerOf(new("ReportTermRole", "sns:Publish", ""))!;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "/problems/busy"), (refused.Status, refused.Text("type")));
    }

    [Theory]
    [MemberData(nameof(OfListReports))]
    public void ListReports_WithoutAGrant_ShowsNothing(string role, string action, string resource)
    {
        var refused = rounds.AnswerOf(new(role, action, resource))!;

        Assert.Equal((HttpStatusCode.InternalServerError, null), (refused.Status, refused.Body!["items"]));
    }

    [Theory]
    [MemberData(nameof(OfDecideReport))]
    public void DecideReport_WithoutAGrant_DecidesNothing(string role, string action, string resource)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, rounds.AnswerOf(new(role, action, resource))!.Status);
        Assert.Equal((1, null), rounds.Left);
    }

    [Theory]
    [MemberData(nameof(OfModerators))]
    public void Moderator_WithoutARoute_IsDeniedIt(string role, string action, string resource)
    {
        var refused = rounds.AnswerOf(new(role, action, resource))!;

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("is not authorized to perform: execute-api:Invoke", refused.Text("detail"), StringComparison.Ordinal);
    }

    private static TheoryData<string, string, string> Of(Func<Grant, bool> isMeant)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var grant in GrantRounds.All.Where(isMeant))
        {
            data.Add(grant.Role, grant.Action, grant.Resource);
        }

        return data;
    }
}
