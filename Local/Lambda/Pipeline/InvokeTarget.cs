using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>What a request invokes.</summary>
/// <param name="Reference">The function as the caller named it.</param>
/// <param name="Version">The version that this invocation runs: an alias may lead to several.</param>
internal readonly record struct InvokeTarget(FunctionReference Reference, FunctionVersion Version);
