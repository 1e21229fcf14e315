using System.Diagnostics;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Recipe;

/// <summary>
/// The sources in another folder, with what the recipes of CONTRIBUTING.md add, built.
/// </summary>
public sealed class BuiltElsewhere : IAsyncLifetime
{
    private readonly SourceCopy _copy = new("Infra", "Functions", "Lambda", "Site", "docs");

    internal string Root => _copy.Root;

    internal string Assembly => Path.Combine(OutputOf("Functions"), "Lexicon.Functions.dll");

    internal string App => Path.Combine(OutputOf("Infra"), "Lexicon.Infra.dll");

    internal IReadOnlyList<RecipeStep> Steps { get; } =
    [
        .. from chapter in (string[])["## Add an operation", "## Add an alarm", "## Add a context option"]
           from step in RecipeStep.Read(
               File.ReadAllText(Repository.File("CONTRIBUTING.md")).ReplaceLineEndings("\n"), chapter)
           select step,
    ];

    public async Task InitializeAsync()
    {
        foreach (var step in Steps)
        {
            step.ApplyTo(Root);
        }

        // Style is checked where the sources are; here it would take as long as the rest.
        string[] arguments = ["build", "Infra", "-c", "Release", "--nologo", "-v", "quiet", "-p:RunAnalyzers=false"];
        await ProgramRun.SucceedsAsync(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Root });
    }

    public Task DisposeAsync()
    {
        _copy.Delete();
        return Task.CompletedTask;
    }

    private string OutputOf(string project) => Path.Combine(Root, project, "bin", "Release", "net10.0");
}
