using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::Function</c>.</summary>
internal sealed record FunctionProperties
{
    public required string Name { get; init; }

    public required string FunctionCode { get; init; }

    public required Config FunctionConfig { get; init; }

    /// <summary>Whether the code is live at once.</summary>
    public bool AutoPublish { get; init; }

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }

    /// <summary><c>FunctionConfig</c>.</summary>
    internal sealed record Config
    {
        /// <summary>What it is for: traces show it.</summary>
        public string? Comment { get; init; }

        /// <summary>Refused where there is one.</summary>
        public IReadOnlyList<KeyValueStoreAssociation> KeyValueStoreAssociations { get; init; } = [];

        /// <summary><c>cloudfront-js-2.0</c>.</summary>
        public required string Runtime { get; init; }
    }

    /// <summary>One of <c>KeyValueStoreAssociations</c>.</summary>
    internal sealed record KeyValueStoreAssociation(string KeyValueStoreARN);
}
