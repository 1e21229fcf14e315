namespace Lexicon.Infra.Tests.Lint;

/// <summary>The linters, each a script beside this file that prints one finding a line.</summary>
internal static class Linter
{
    // The CDK makes its provider functions depend on their roles, which they refer to anyway: said twice, it does no harm.
    private const string DependencyIsSaidTwice = "W3005";

    public static bool AreInstalled => Directory.Exists(Repository.File("Infra.Tests", "Lint", "node_modules"));

    /// <summary>
    /// The errors and warnings of AWS's validator; to it a value that the service does not know (W3030) is only a warning.
    /// </summary>
    public static async Task<IReadOnlyList<Finding>> ValidateAsync(IReadOnlyList<LintedTemplate> templates)
    {
        var findings = await RunAsync("validate.mjs", templates);
        return [.. findings.Where(finding => finding.Level is not "INFO" && finding.Rule is not DependencyIsSaidTwice)];
    }

    /// <summary>The resource specification: types, properties, what is required, primitive types.</summary>
    public static Task<IReadOnlyList<Finding>> SpecifyAsync(IReadOnlyList<LintedTemplate> templates) =>
        RunAsync("specification.mjs", templates);

    /// <summary>cdk-nag's packs AwsSolutions and Serverless.</summary>
    public static Task<IReadOnlyList<Finding>> NagAsync(IReadOnlyList<LintedTemplate> templates) => RunAsync("nag.mjs", templates);

    /// <summary>What cdk-nag would find if nothing were waived.</summary>
    public static Task<IReadOnlyList<Finding>> NagIgnoringWaiversAsync(IReadOnlyList<LintedTemplate> templates) =>
        RunAsync("nag.mjs", templates, "--ignore-waivers");

    private static async Task<IReadOnlyList<Finding>> RunAsync(
        string script, IReadOnlyList<LintedTemplate> templates, params string[] options)
    {
        var byPath = templates.ToDictionary(template => template.Template.Path);
        var lines = await NodeJs.RunAsync(Repository.File("Infra.Tests", "Lint", script), [.. options, .. byPath.Keys]);
        return
        [
            .. from line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
               let columns = line.Split('\t')
               select new Finding(byPath[columns[0]], columns[1], columns[2], columns[3], columns[4]),
        ];
    }
}
