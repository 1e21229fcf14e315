namespace Lexicon.Infra.Tests.Lint;

/// <summary>
/// A test that runs the linters: where they are not installed, one test says so, <see cref="LintTests.Linters_AreInstalled"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LintFactAttribute : FactAttribute
{
    public LintFactAttribute() => Skip = Linter.AreInstalled ? null : "The linters are not installed.";
}
