using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    private string Output => Path.Combine(elsewhere.Root, "cdk.out");

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
        await SynthesizeAsync();

        var operations = PropertiesOf("Api", "AWS::Lambda::Function")
            .Select(function => function.GetProperty("Environment").GetProperty("Variables").GetProperty("OPERATION").GetString());
        Assert.Contains(Operation, operations);
    }

    [Fact]
    public async Task AnAlarmAndAnOption_AddedAsWritten_AreInTheTemplates()
    {
        await SynthesizeAsync();

        Assert.Contains(
            "Lexicon-dev-Operations-ApiClientErrors",
            PropertiesOf("Operations", "AWS::CloudWatch::Alarm").Select(alarm => alarm.GetProperty("AlarmName").GetString()));
        Assert.Equal(
            7 * 24 * 60, PropertiesOf("Site", "AWS::Cognito::UserPoolClient").Single().GetProperty("RefreshTokenValidity").GetInt32());
    }

    private async Task SynthesizeAsync()
    {
        // The package is not looked into: whatever is in the folder is the asset.
        Directory.CreateDirectory(Path.Combine(elsewhere.Root, "Functions", "bin", "package", "managed"));
        var context = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(elsewhere.Root, "cdk.json")))!["context"]!;
        context["signInDays"] = 7;
        await ProgramRun.SucceedsAsync(new ProcessStartInfo("dotnet", [elsewhere.App])
        {
            WorkingDirectory = elsewhere.Root,
            Environment = { ["CDK_OUTDIR"] = Output, ["CDK_CONTEXT_JSON"] = context.ToJsonString() },
        });
    }

    private IEnumerable<JsonElement> PropertiesOf(string stack, string type)
    {
        var template = File.ReadAllText(Directory.GetFiles(Output, $"*{stack}*.template.json", SearchOption.AllDirectories).Single());
        return
            from resource in JsonDocument.Parse(template).RootElement.GetProperty("Resources").EnumerateObject()
            where resource.Value.GetProperty("Type").GetString() == type
            select resource.Value.GetProperty("Properties");
    }
}
