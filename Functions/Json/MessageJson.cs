using System.Text.Json.Serialization;
using Lexicon.Functions.Events;

namespace Lexicon.Functions.Json;

/// <summary>Reads what queues bring, with code made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportMessage))]
internal sealed partial class MessageJson : JsonSerializerContext;
