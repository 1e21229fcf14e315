using System.Text.Json.Nodes;

namespace Lexicon.Local.Aws.Api;

/// <summary>An operation of a service: a row of its table.</summary>
/// <param name="Name">The name that requests have for it.</param>
/// <param name="Permission">The permission that the caller needs for a call; null where anyone may call.</param>
/// <param name="PerformAsync">Performs a call that is authorized, and returns the members of the response.</param>
internal sealed record AwsOperation(
    string Name, Func<AwsCall, Permission?> Permission, Func<AwsCall, Task<JsonObject>> PerformAsync)
{
    /// <summary>An operation that is performed at once.</summary>
    public AwsOperation(string name, Func<AwsCall, Permission?> permission, Func<AwsCall, JsonObject> perform)
        : this(name, permission, call => Task.FromResult(perform(call)))
    {
    }
}
