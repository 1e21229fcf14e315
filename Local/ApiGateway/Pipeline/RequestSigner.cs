using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>Who signed a request.</summary>
/// <param name="Caller">Who it is.</param>
/// <param name="AccessKey">The access key that signed.</param>
internal sealed record RequestSigner(Caller Caller, string AccessKey);
