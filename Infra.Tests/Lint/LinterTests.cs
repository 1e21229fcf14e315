namespace Lexicon.Infra.Tests.Lint;

/// <summary>The linters find what there is to find: a function of the API is spoilt for each.</summary>
[Trait("Kind", "Lint")]
public sealed class LinterTests : IDisposable
{
    private const string Tracing = "Serverless-LambdaTracing";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-");

    [LintFact]
    public async Task Validator_FindsAValueThatTheServiceDoesNotKnow()
    {
        var findings = await Linter.ValidateAsync(Spoilt(function => function["Properties"]!["Runtime"] = "dotnet7000"));

        Assert.Equal("W3030", Assert.Single(findings).Rule);
    }

    [LintFact]
    public async Task Specification_FindsWhatIsMissingUnknownOrOfAnotherType()
    {
        var findings = await Linter.SpecifyAsync(Spoilt(function =>
        {
            function["Properties"]!.AsObject().Remove("Role");
            function["Properties"]!["TracingConfig"]!["Mood"] = "Good";
            function["Properties"]!["MemorySize"] = "plenty";
        }));

        Assert.Equal(
            [
                "MissingProperty AWS::Lambda::Function.Role",
                "UnknownProperty AWS::Lambda::Function.TracingConfig.Mood",
                "WrongType AWS::Lambda::Function.MemorySize is no integer",
            ],
            findings.Select(finding => $"{finding.Rule} {finding.Message}").Order(StringComparer.Ordinal));
    }

    [LintFact]
    public async Task Nag_FindsAFunctionWithoutTracing_UnlessThatIsWaived()
    {
        var templates = Spoilt(function =>
        {
            function["Properties"]!.AsObject().Remove("TracingConfig");
            Waive(function, Tracing);
        });

        Assert.DoesNotContain(await Linter.NagAsync(templates), finding => finding.Rule == Tracing);
        Assert.Single(await Linter.NagIgnoringWaiversAsync(templates), finding => finding.Rule == Tracing);
    }

    [Fact]
    public void Waiver_WithoutItsFinding_IsStale()
    {
        var template = Assert.Single(Spoilt(function => Waive(function, "AwsSolutions-IAM5", "Resource::*", "Action::s3:*")));
        var function = template.Template.OfType("AWS::Lambda::Function").First().LogicalId;
        var waiver = Assert.Single(template.Waivers, waiver => waiver.LogicalId == function);
        Finding Found(string detail) => new(template, "Error", $"AwsSolutions-IAM5[{detail}]", waiver.LogicalId, "");

        Assert.Equal([waiver], LintReport.StaleOf([waiver], [Found("Resource::*")]));
        Assert.Empty(LintReport.StaleOf([waiver], [Found("Resource::*"), Found("Action::s3:*")]));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The API's template with one function changed.</summary>
    private IReadOnlyList<LintedTemplate> Spoilt(Action<JsonObject> change)
    {
        var api = Stages.Dev.Api;
        var json = api.Json.DeepClone().AsObject();
        change(json["Resources"]![api.OfType("AWS::Lambda::Function").First().LogicalId]!.AsObject());

        var path = Path.Combine(_folder.FullName, "Api.template.json");
        File.WriteAllText(path, json.ToJsonString());
        return [new LintedTemplate("dev", api.WithJson(json) with { Path = path })];
    }

    private static void Waive(JsonObject function, string rule, params string[] details)
    {
        var waiver = new JsonObject { ["id"] = rule, ["reason"] = "Nobody looks at the traces of this one." };
        if (details.Length > 0)
        {
            waiver["applies_to"] = new JsonArray([.. details.Select(detail => JsonValue.Create(detail))]);
        }

        function["Metadata"]!["cdk_nag"] = new JsonObject { ["rules_to_suppress"] = new JsonArray(waiver) };
    }
}
