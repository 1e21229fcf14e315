using System.Text.Json.Nodes;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.Destinations;

/// <summary>What a destination gets.</summary>
/// <param name="Sender">Who sends it: a session of the function's role.</param>
/// <param name="FunctionArn">The function.</param>
/// <param name="IsSuccess">Whether the function succeeded.</param>
/// <param name="Document">The record.</param>
internal sealed record DestinationRecord(Caller Sender, string FunctionArn, bool IsSuccess, JsonObject Document);
