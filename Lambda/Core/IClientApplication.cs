#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.Core;

/// <summary>The mobile application that invoked the function.</summary>
public interface IClientApplication
{
    /// <summary>The package name.</summary>
    string AppPackageName { get; }

    /// <summary>The title.</summary>
    string AppTitle { get; }

    /// <summary>The version's code.</summary>
    string AppVersionCode { get; }

    /// <summary>The version's name.</summary>
    string AppVersionName { get; }

    /// <summary>The installation on this device.</summary>
    string InstallationId { get; }
}
