using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the caller said of itself.</summary>
internal sealed record ClientContext(
    IClientApplication Client, IDictionary<string, string> Custom, IDictionary<string, string> Environment) : IClientContext;
