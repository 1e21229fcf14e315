using System.Text.Json.Serialization;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>A list as CloudFront nests it.</summary>
internal sealed record Items<T>([property: JsonPropertyName("Items")] IReadOnlyList<T> List);
