using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Published;

/// <summary>
/// What is true of compiled code alone: that it compiles without a warning, runs on AWS's system, and does every operation.
/// </summary>
[Trait("Tier", "Published")]
public sealed partial class NativePackageTests(
    NativePackage package, TestTable table) : IClassFixture<NativePackage>, IClassFixture<TestTable>
{
    // provided.al2023 has glibc 2.34: https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html.
    private static readonly Version GlibcOfLambda = new(2, 34);

    [Fact]
    public void Build_HasNoWarningOfTrimmingOrOfCompilingAhead() => Assert.Equal("", package.Output);

    [Fact]
    public void Package_IsTheBinaryAndTheRootsItTrusts() => Assert.Equal(
        ["bootstrap", "roots.pem"], Directory.GetFiles(NativePackage.Folder).Select(
            file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Bootstrap_NeedsNoNewerGlibcThanLambdaHas()
    {
        var symbols = await DumpAsync("-T");

        var needed = Glibc().Matches(symbols).Select(match => Version.Parse(match.Groups[1].Value)).ToList();
        Assert.NotEmpty(needed);
        Assert.True(needed.Max() <= GlibcOfLambda, $"It needs glibc {needed.Max()}.");
    }

    /// <summary>The lever (g) of docs/performance.md: nothing for the loader to write into, nothing to unpack before <c>Main</c>.</summary>
    [Fact]
    public async Task Bootstrap_HasAFixedAddress() => Assert.Contains("EXEC_P", await DumpAsync("-f"), StringComparison.Ordinal);

    /// <summary>
    /// What is compiled follows from the sources alone (ReproducibilityTests); what the compiler could add is where it ran.
    /// </summary>
    [Fact]
    public async Task Bootstrap_HoldsNoFolderOfItsBuild()
    {
        var bootstrap = await File.ReadAllBytesAsync(NativePackage.Bootstrap);

        Assert.Equal(-1, bootstrap.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
        Assert.Equal(-1, bootstrap.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Repository.Root)));
    }

    [Fact]
    public async Task EveryOperation_AnswersAsItsRouteSays_AndRefusesAsAProblem()
    {
        foreach (var route in Routes.Handled)
        {
            using var function = new FunctionProcess(table, route.Operation, NativePackage.Bootstrap);
            var call = await ValidCalls.NewAsync(table.Api(), route);
            if (ValidCalls.Refused(route, call) is { } wrong)
            {
                var refused = await function.InvokeAsync(wrong);
                Assert.InRange(refused.Status, 400, 499);
                Assert.StartsWith("/problems/", refused.Problem, StringComparison.Ordinal);
            }

            var reply = await function.InvokeAsync(call);
            Assert.True(route.Status == reply.Status, $"{route.Operation} answered {reply.Status}: {reply.Body}");
        }
    }

    private static Task<string> DumpAsync(string option) =>
        ProgramRun.SucceedsAsync(Needs.Program("objdump", "`make compiler`"), option, NativePackage.Bootstrap);

    [GeneratedRegex(@"GLIBC_(\d+\.\d+(?:\.\d+)?)")]
    private static partial Regex Glibc();
}
