using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation.Intrinsics;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Resolves the properties of a resource. A value that cannot be resolved is refused by its path and has a stand-in, so that the others
/// are checked, too.
/// </summary>
/// <param name="scope">The resource's place.</param>
/// <param name="refuse">Takes the path and what is wrong.</param>
internal sealed class PropertyResolver(IScope scope, Action<string, Exception> refuse)
{
    /// <summary>The node with every call in it evaluated; null where it comes to <c>AWS::NoValue</c>.</summary>
    public JsonNode? Resolve(JsonNode? node, string path = "") => node switch
    {
        JsonObject call when StackScope.IsCall(call, out _, out _) => Evaluate(call, path),
        JsonObject members => new JsonObject(members
            .Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, PropertyPath.Below(path, member.Key))))
            .Where(member => member.Value is not null)),
        JsonArray items => new JsonArray(
            [.. items.Select((item, i) => Resolve(item, PropertyPath.Item(path, i))).Where(item => item is not null)]),
        _ => node?.DeepClone(),
    };

    private JsonNode? Evaluate(JsonObject call, string path)
    {
        try
        {
            return scope.Resolve(call);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException and not OperationCanceledException)
        {
            refuse(path, failure as StartupException ?? scope.Refuse($"{call.First().Key} is not valid: {failure.Message}"));
            return StandIn.Of(path);
        }
    }
}
