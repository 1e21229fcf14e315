#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.Core;

/// <summary>What the caller said of itself with <c>X-Amz-Client-Context</c>.</summary>
public interface IClientContext
{
    /// <summary>The environment of the device, by name.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The application that called.</summary>
    IClientApplication Client { get; }

    /// <summary>Values that the application added, by name.</summary>
    IDictionary<string, string> Custom { get; }
}
