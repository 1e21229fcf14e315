using System.Diagnostics;
using System.Text.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Recipe;

/// <summary>
/// The steps of CONTRIBUTING.md, followed to the letter in a copy of the sources: what they add builds without a warning, is in the
/// templates, and returns what the recipe promises.
/// </summary>
[Trait("Kind", "Recipe")]
public sealed class RecipeTests(BuiltElsewhere elsewhere, TestTable table) : IClassFixture<BuiltElsewhere>, IClassFixture<TestTable>
{
    private const string Operation = "CountTerms";

    [Fact]
    public async Task AnOperation_AddedAsWritten_Answers()
    {
        Assert.Contains(elsewhere.Steps, step => step.File == $"Functions/Operations/{Operation}.cs");
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        await api.CreateTermAsync(glossary.Id, "Lambda");
        await api.CreateTermAsync(glossary.Id, "S3");
        using var function = new FunctionProcess(table, Operation, "dotnet", elsewhere.Assembly);

        var reply = await function.InvokeAsync(new() { Path = Api.Paths(glossary.Id, null) });

        Assert.Equal((200, """{"terms":2}"""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task AnOperation_AddedAsWritten_IsAFunctionOfTheTemplates()
    {
        var template = await SynthesizeAsync();

        var operations =
            from resource in template.GetProperty("Resources").EnumerateObject()
            where resource.Value.GetProperty("Type").GetString() == "AWS::Lambda::Function"
            select resource.Value.GetProperty("Properties").GetProperty("Environment").GetProperty("Variables").GetProperty("OPERATION")
                .GetString();
        Assert.Contains(Operation, operations);
    }

    private async Task<JsonElement> SynthesizeAsync()
    {
        // The package is not looked into: whatever is in the folder is the asset.
        Directory.CreateDirectory(Path.Combine(elsewhere.Root, "Functions", "bin", "package", "managed"));
        var output = Path.Combine(elsewhere.Root, "cdk.out");
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(elsewhere.Root, "cdk.json")));
        await ProgramRun.SucceedsAsync(new ProcessStartInfo("dotnet", [elsewhere.App])
        {
            WorkingDirectory = elsewhere.Root,
            Environment =
            {
                ["CDK_OUTDIR"] = output,
                ["CDK_CONTEXT_JSON"] = settings.RootElement.GetProperty("context").GetRawText(),
            },
        });
        var template = Directory.GetFiles(output, "*Api*.template.json", SearchOption.AllDirectories).Single();
        return JsonDocument.Parse(await File.ReadAllTextAsync(template)).RootElement;
    }
}
