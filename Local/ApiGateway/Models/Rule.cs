using System.Text.Json;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>What one keyword of a schema finds wrong with a value; none: the value is valid against it.</summary>
internal delegate IEnumerable<string> Rule(JsonElement value);
