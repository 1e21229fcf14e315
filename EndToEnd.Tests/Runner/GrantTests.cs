using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>
/// Each grant of each role is needed: taken away, what it is for is denied. The grants are read out of the templates, so that a new one
/// is tried, too.
/// </summary>
[Trait("Where", "Local")]
public sealed class GrantTests(GrantRounds rounds) : IClassFixture<GrantRounds>
{
    // Their callers are answered otherwise, or there is none.
    private static readonly string[] NoOperations = ["CheckImage", "FileReport", "Moderators", "ReportTerm", .. LiveUse.Functions];

    private static readonly Grant Uploads = new("RequestImageUploadRole", "s3:PutObject", "");

    public static TheoryData<string, string, string> Grants() => Of(_ => true);

    public static TheoryData<string, string, string> OfOperations() => Of(
        grant => !grant.IsCheckedAtDeployment && !NoOperations.Contains(grant.Function) && grant != Uploads);

    public static TheoryData<string, string, string> OfModerators() => Of(grant => grant.Function is "Moderators");

    [Fact]
    public void Nothing_IsDenied_AsLongAsNothingIsTakenAway() => Assert.Equal("", rounds.DeniedBefore);

    [Theory]
    [MemberData(nameof(Grants))]
    public void Grant_ThatIsTakenAway_IsMissed(string role, string action, string resource) =>
        Assert.NotNull(rounds.DenialOf(new(role, action, resource)));

    /// <summary>The runner itself says of each of the others why no request asks for it; and none does.</summary>
    [Fact]
    public void Grant_ThatIsNotTried_IsNeverAskedForHere_AndTheRunnerSaysWhy() => Assert.All(rounds.Granted, one =>
    {
        Assert.Equal(one.Reason is null, Grant.All.Any(grant => grant.IsOf(one.Role) && grant.Action == one.Action));
        Assert.True(one.Reason is null || one.Count == 0, $"{one} is asked for.");
    });

    [Theory]
    [MemberData(nameof(OfOperations))]
    public void Operation_WithoutAGrant_Fails_AndShowsNothing(string role, string action, string resource)
    {
        var refused = rounds.AnswerOf(new(role, action, resource))!;

        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (refused.Status, refused.ContentType));
        Assert.Equal((null, null), (refused.Body!["items"], refused.Body["id"]));
    }

    [Fact]
    public void DecideReport_WithoutAGrant_DecidesNothing() => Assert.Equal((1, null), rounds.Left);

    [Fact]
    public void UploadForm_OfARoleThatMayNotUpload_IsRefusedByS3() =>
        Assert.Equal(HttpStatusCode.Forbidden, rounds.AnswerOf(Uploads)!.Status);

    [Fact]
    public void ReportTerm_WithoutPublish_TakesNoReport()
    {
        var refused = rounds.AnswerOf(new("ReportTermRole", "sns:Publish", ""))!;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "/problems/busy"), (refused.Status, refused.Text("type")));
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
        foreach (var grant in Grant.All.Where(isMeant))
        {
            data.Add(grant.Role, grant.Action, grant.Resource);
        }

        return data;
    }
}
