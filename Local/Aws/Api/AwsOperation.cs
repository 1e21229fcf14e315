using System.Text.Json.Nodes;

namespace Lexicon.Local.Aws.Api;

/// <summary>An operation of a service: a row of its table.</summary>
/// <param name="Name">The name that requests have for it.</param>
/// <param name="Permission">The permission that the caller needs for a call; null where it needs none.</param>
/// <param name="PerformAsync">Performs a call that is authorized, and returns the members of the response.</param>
internal sealed record AwsOperation(
    string Name, Func<AwsCall, Permission?> Permission, Func<AwsCall, Task<JsonObject>> PerformAsync)
{
    /// <summary>An operation that is performed at once.</summary>
    public AwsOperation(string name, Func<AwsCall, Permission?> permission, Func<AwsCall, JsonObject> perform)
        : this(name, permission, call => Task.FromResult(perform(call)))
    {
    }

    /// <summary>
    /// The permissions that a call on several resources needs, besides <see cref="Permission"/>: one for each of them.
    /// </summary>
    public Func<AwsCall, IEnumerable<Permission>> PermissionsOfEach { get; init; } = static _ => [];

    /// <summary>The permissions that the caller needs for a call; none where anyone may call.</summary>
    public IEnumerable<Permission> PermissionsFor(AwsCall call) =>
        Permission(call) is { } permission ? PermissionsOfEach(call).Prepend(permission) : PermissionsOfEach(call);
}
