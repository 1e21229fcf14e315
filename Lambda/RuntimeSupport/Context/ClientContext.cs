using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the caller said of itself; nothing is known of one that said nothing.</summary>
internal sealed record ClientContext(
    IClientApplication? Client = null, IDictionary<string, string>? Custom = null, IDictionary<string, string>? Environment = null)
    : IClientContext;
