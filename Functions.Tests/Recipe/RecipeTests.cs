using System.Text.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Recipe;

/// <summary>
/// The steps of CONTRIBUTING.md, followed to the letter in a copy of the sources: what they add builds without a warning, is in the
/// templates, and returns what the recipe promises.
/// </summary>
[Trait("Kind", "Recipe")]
public sealed class RecipeTests(TestTable table) : IClassFixture<TestTable>
{
    private const string Operation = "CountTerms";

    private static readonly string Contributing = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task AnOperation_AddedAsWritten_Builds_IsSynthesized_AndAnswers()
    {
        var steps = RecipeStep.Read(Contributing, "## Add an operation");
        Assert.Contains(steps, step => step.File == $"Functions/Operations/{Operation}.cs");
        using var copy = new SourceCopy("Infra", "Functions", "Lambda", "Site");
        foreach (var step in steps)
        {
            step.ApplyTo(copy.Root);
        }

        await Tool.RunAsync(copy.Root, new Dictionary<string, string>(), "dotnet", "build", "Infra", "-c", "Release", "--nologo", "-v", "quiet");

        Assert.Equal("""{"terms":2}""", await AskAsync(Path.Combine(copy.Root, "Functions", "bin", "Release", "net10.0", "Lexicon.Functions.dll")));
        var template = await SynthesizeAsync(copy.Root);
        Assert.Contains(
            template.GetProperty("Resources").EnumerateObject().Select(resource => resource.Value),
            resource => resource.GetProperty("Type").GetString() == "AWS::Lambda::Function"
                && resource.GetProperty("Properties").GetProperty("Environment").GetProperty("Variables").GetProperty("OPERATION").GetString() == Operation);
    }

    /// <summary>Asks the operation for the terms of a glossary that has two.</summary>
    private async Task<string> AskAsync(string assembly)
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        await api.CreateTermAsync(glossary.Id, "Lambda");
        await api.CreateTermAsync(glossary.Id, "S3");
        using var function = new FunctionProcess(table, Operation, "dotnet", assembly);

        var reply = await function.InvokeAsync(new() { Path = Api.Paths(glossary.Id, null) });

        Assert.Equal(200, reply.Status);
        return reply.Body;
    }

    private static async Task<JsonElement> SynthesizeAsync(string root)
    {
        // The asset of the functions is what was built; its content is not looked at.
        Directory.CreateSymbolicLink(
            Path.Combine(Directory.CreateDirectory(Path.Combine(root, "Functions", "bin", "package")).FullName, "managed"),
            Path.Combine(root, "Functions", "Packaging"));
        var output = Path.Combine(root, "cdk.out");
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(root, "cdk.json")));
        await Tool.RunAsync(
            root,
            new Dictionary<string, string>
            {
                ["CDK_OUTDIR"] = output,
                ["CDK_CONTEXT_JSON"] = settings.RootElement.GetProperty("context").GetRawText(),
            },
            "dotnet",
            Path.Combine("Infra", "bin", "Release", "net10.0", "Lexicon.Infra.dll"));
        var template = Directory.GetFiles(output, "*Api*.template.json", SearchOption.AllDirectories).Single();
        return JsonDocument.Parse(await File.ReadAllTextAsync(template)).RootElement;
    }
}
