using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Lint;

/// <summary>
/// What AWS's validator, its resource specification and cdk-nag say of every template. What they say is fixed, or accepted on
/// the one resource with a reason (<see cref="Waivers"/>).
/// </summary>
public sealed class LintTests
{
    [Fact]
    public async Task Report_IsWrittenForMakeLint()
    {
        await LocalFolder.WriteAsync("lint.txt", [$"{await LintReport.All}"]);

        Assert.NotEmpty((await LintReport.All).Templates);
    }

    [Fact]
    public async Task NoTemplate_HasAFindingThatNobodyWaived() => Assert.Empty((await LintReport.All).Unwaived);

    [Fact]
    public async Task EveryWaiver_IsOfAFindingThatIsThere() => Assert.Empty((await LintReport.All).Stale);

    [Fact]
    public async Task EveryWaiver_GivesItsReason() =>
        Assert.All((await LintReport.All).Waivers, waiver => Assert.InRange(waiver.Reason.Split(' ').Length, 6, 60));

    [Fact]
    public void NoWaiver_IsForAWholeStack() =>
        Assert.All(LintedTemplate.All, template => Assert.Null(template.Template.Json["Metadata"]?["cdk_nag"]));
}
