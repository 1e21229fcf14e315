namespace Lexicon.Infra.Tests.Lint;

/// <summary>
/// What AWS's validator, its resource specification and cdk-nag say of every template. What they say is fixed, or accepted on
/// the one resource with a reason (<see cref="Infra.Security.Waivers"/>).
/// </summary>
[Trait("Kind", "Lint")]
public sealed class LintTests
{
    [Fact]
    public void Linters_AreInstalled() =>
        Assert.True(Linter.AreInstalled, "The linters are not installed. `make lint` installs them: npm ci --prefix Infra.Tests/Lint");

    [LintFact]
    public async Task Report_IsWrittenForMakeLint()
    {
        await LocalFolder.WriteAsync("lint.txt", [$"{await LintReport.All}"]);

        Assert.NotEmpty((await LintReport.All).Templates);
    }

    [LintFact]
    public async Task NoTemplate_HasAFindingThatNobodyWaived() => Assert.Empty((await LintReport.All).Unwaived);

    [LintFact]
    public async Task EveryWaiver_IsOfAFindingThatIsThere() => Assert.Empty((await LintReport.All).Stale);
}
