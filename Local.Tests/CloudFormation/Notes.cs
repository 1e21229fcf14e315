using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFormation;

/// <summary>Resource types made for these tests: a note that keeps what it was given, and a custom resource.</summary>
internal static class Notes
{
    public static IEnumerable<IResourceType> All => [new Note(), new Custom()];

    public static ResourceTypes Types { get; } = new(All);

    internal sealed record Properties
    {
        public string? Text { get; init; }

        public int? Number { get; init; }

        public bool? Flag { get; init; }

        public IReadOnlyList<string>? Lines { get; init; }

        public IReadOnlyList<Nested>? Parts { get; init; }

        public IReadOnlyDictionary<string, string>? Map { get; init; }

        public JsonNode? Anything { get; init; }

        [Ignored("notes have no labels here")]
        public JsonNode? Labels { get; init; }
    }

    internal sealed record Nested
    {
        public required string Name { get; init; }
    }

    private sealed class Note() : ResourceType<Properties>("Test::Note", "a note")
    {
        protected override ProvisionedResource Provision(
            TemplateResource resource, Properties properties) => new($"note-{resource.LogicalId}")
            {
                Attributes = new Dictionary<string, string>
                {
                    ["Text"] = properties.Text ?? "",
                    ["Lines"] = string.Join('|', properties.Lines ?? []),
                    ["Number"] = properties.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none",
                    ["Flag"] = properties.Flag?.ToString() ?? "none",
                    ["Json"] = resource.Properties.ToJsonString(),
                    ["Dotted.Name"] = "dotted",
                },
            };
    }

    private sealed class Custom() : ResourceType<JsonObject>("Custom::Thing", "provisioned here")
    {
        protected override ProvisionedResource Provision(TemplateResource resource, JsonObject properties) => new(resource.LogicalId);
    }
}
