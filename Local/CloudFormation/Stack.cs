using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>A stack of the assembly: its name and its template as it was synthesized.</summary>
/// <param name="Name">The name it would be deployed under.</param>
/// <param name="Template">The CloudFormation template, unresolved.</param>
/// <param name="ParameterValues">The values that the manifest gives to the template's parameters.</param>
internal sealed record Stack(string Name, JsonObject Template, IReadOnlyDictionary<string, string> ParameterValues)
{
    // The sections of a template (AWS: "Template sections"); any other is refused. Rules are told as ignored.
    private static readonly HashSet<string> KnownSections =
    [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Transform",
        "Resources", "Outputs",
    ];

    /// <summary>The resources by logical id, unresolved.</summary>
    public JsonObject Resources => Section("Resources");

    /// <summary>The outputs by logical id, unresolved.</summary>
    public JsonObject Outputs => Section("Outputs");

    /// <summary>The parameters by name.</summary>
    public JsonObject Parameters => Section("Parameters");

    /// <summary>The conditions by name, unresolved.</summary>
    public JsonObject Conditions => Section("Conditions");

    /// <summary>The mappings by name.</summary>
    public JsonObject Mappings => Section("Mappings");

    /// <summary>Whether the template has rules; they are not evaluated.</summary>
    public bool HasRules => Section("Rules").Count > 0;

    /// <summary>Whether the template declares the transform that adds <c>Fn::Length</c> and <c>Fn::ToJsonString</c>.</summary>
    public bool HasLanguageExtensions => Template["Transform"] switch
    {
        JsonValue one => (string?)one == "AWS::LanguageExtensions",
        JsonArray many => many.Any(transform => (string?)transform == "AWS::LanguageExtensions"),
        _ => false,
    };

    /// <summary>Reads the template of a stack artifact.</summary>
    /// <exception cref="StartupException">The template is missing, is not JSON or has a section that is not supported.</exception>
    public static Stack Load(string directory, string artifactId, JsonObject properties)
    {
        var name = (string?)properties["stackName"] ?? artifactId;
        var file = Path.Combine(directory, (string)properties["templateFile"]!);
        var template = JsonFile.Read(file, $"stack {name}: its template {file} is missing; run 'npx cdk synth' again");
        foreach (var (section, _) in template)
        {
            if (!KnownSections.Contains(section))
            {
                throw new StartupException($"stack {name}: the template section '{section}' is not supported by the local runner");
            }
        }

        CheckShape(name, template);
        var values = (properties["parameters"] as JsonObject ?? [])
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value!.ToString());
        var stack = new Stack(name, template, values);
        return template["Transform"] is null || stack.HasLanguageExtensions
            ? stack
            : throw new StartupException(
                $"stack {name}: the transform {template["Transform"]!.ToJsonString()} is not supported by the local runner");
    }

    // What everything else takes for granted.
    private static void CheckShape(string name, JsonObject template)
    {
        foreach (var section in (string[])["Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs"])
        {
            var given = template[section];
            if (given is not (null or JsonObject)
                || (given is JsonObject members && members.FirstOrDefault(member => member.Value is not JsonObject).Key is not null))
            {
                throw new StartupException($"stack {name}: the template section '{section}' is not valid; it must be an object of objects");
            }
        }

        foreach (var (id, resource) in template[nameof(Resources)] as JsonObject ?? [])
        {
            if (resource!["Type"] is not JsonValue type || !type.TryGetValue<string>(out _))
            {
                throw new StartupException($"{name}/{id} is not valid; a resource must have a Type");
            }

            if (resource["Properties"] is not (null or JsonObject))
            {
                throw new StartupException($"{name}/{id} ({type}): Properties is not valid; it must be an object");
            }

            if (resource["Condition"] is not (null or JsonValue)
                || (resource["DependsOn"] is JsonArray many && many.Any(one => one is not JsonValue))
                || resource["DependsOn"] is JsonObject)
            {
                throw new StartupException($"{name}/{id} ({type}): Condition and DependsOn are not valid; they must be names");
            }
        }
    }

    private JsonObject Section(string name) => Template[name] as JsonObject ?? [];
}
