using System.Text.Json.Nodes;

namespace Lexicon.Local.Assembly;

/// <summary>Stands in for the provider function of a custom resource that is realised natively.</summary>
internal sealed class ReplacedProvider : IResourceType
{
    /// <summary>The one instance.</summary>
    public static ReplacedProvider Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "AWS::Lambda::Function";

    /// <inheritdoc/>
    public string Becomes => "replaced: the runner realises its custom resource itself and never calls it";

    /// <inheritdoc/>
    public Type Properties => typeof(JsonObject);

    /// <inheritdoc/>
    public Realised Realise(Resource resource)
    {
        var name = resource.PhysicalName(64);
        return new Realised(name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = Account.Arn("lambda", $"function:{name}") },
        };
    }
}
