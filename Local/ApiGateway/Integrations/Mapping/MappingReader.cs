using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>Reads what the mappings of REST APIs and of WebSocket APIs have in common.</summary>
internal static class MappingReader
{
    private static readonly string[] Behaviors = ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"];

    /// <summary>The templates by key. A template that is not valid fails the requests that need it, as on AWS; the start says it.</summary>
    public static Dictionary<string, MappingTemplate> Templates(
        TemplateResource resource, string place, IReadOnlyDictionary<string, string> texts)
    {
        var templates = new Dictionary<string, MappingTemplate>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, text) in texts)
        {
            var template = templates[key] = new MappingTemplate(text);
            if (template.Mistake is { } mistake)
            {
                Progress.Warn($"{resource.Place}: {place}, {key}: {mistake}. Requests that need it will fail.");
            }
        }

        return templates;
    }

    /// <summary>What becomes of a body.</summary>
    /// <exception cref="StartupException">It is neither of the two.</exception>
    public static string? ContentHandling(TemplateResource resource, string place, string? handling) =>
        handling is null or RequestMapping.ToText or RequestMapping.ToBinary ? handling : throw resource.Refuse(place, $"'{handling}'");

    /// <summary>What happens to a body without a template.</summary>
    /// <exception cref="StartupException">It is none of the three.</exception>
    public static string PassthroughBehavior(TemplateResource resource, string place, string? behavior) =>
        Behaviors.Contains(behavior ?? Behaviors[0])
            ? behavior ?? Behaviors[0]
            : throw resource.Invalid(place, $"it must be one of {string.Join(", ", Behaviors)}, not '{behavior}'");
}
