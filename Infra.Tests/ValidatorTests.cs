using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>AWS's own offline validator. Its W3030, a value that the service does not know, is an error to us.</summary>
public sealed class ValidatorTests
{
    [Fact]
    public async Task Validator_FindsNoErrorInAnyTemplate() =>
        Assert.Empty(await ErrorsAsync(Stages.All.SelectMany(stage => stage.Templates).Select(template => template.Path)));

    [Fact]
    public async Task Validator_IsAwake()
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-");
        var path = Path.Combine(folder.FullName, "Broken.template.json");
        var broken = Stages.Dev.Api.Json.DeepClone();
        var function = Stages.Dev.Api.OfType("AWS::Lambda::Function").First().LogicalId;
        broken["Resources"]![function]!["Properties"]!["Runtime"] = "dotnet7000";
        broken["Resources"]![function]!["Properties"]!.AsObject().Remove("Role");
        await File.WriteAllTextAsync(path, broken.ToJsonString());

        var errors = await ErrorsAsync([path]);
        folder.Delete(recursive: true);

        Assert.Contains(errors, error => error.Contains("\tW3030\t", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("Role", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ErrorsAsync(IEnumerable<string> templates)
    {
        var findings = await NodeJs.RunAsync(Repository.File("Infra.Tests", "validate.mjs"), templates);
        return [.. findings.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsError)];
    }

    private static bool IsError(string finding) =>
        finding.Split('\t') is [_, var severity, var rule, ..] && (severity is "ERROR" or "FATAL" || rule == "W3030");
}
