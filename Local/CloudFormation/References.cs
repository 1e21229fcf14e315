using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation.Intrinsics;

namespace Lexicon.Local.CloudFormation;

/// <summary>Finds what a node refers to without resolving anything.</summary>
internal static class References
{
    /// <summary>The names behind every <c>Ref</c>, <c>Fn::GetAtt</c> and <c>Fn::Sub</c> in a node, pseudo parameters left out.</summary>
    public static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } call when StackScope.IsCall(call, out var function, out var argument) => function switch
        {
            "Ref" => Named(argument?.ToString()),
            "Fn::GetAtt" => Named(argument is JsonArray pair ? pair[0]?.ToString() : argument?.ToString()),
            "Fn::Sub" => Sub.References(argument).SelectMany(Named).Concat(In(argument as JsonArray)),
            _ => In(argument),
        },
        JsonObject members => members.SelectMany(member => In(member.Value)),
        JsonArray items => items.SelectMany(In),
        _ => [],
    };

    /// <summary>The names under <c>DependsOn</c>.</summary>
    public static IEnumerable<string> Dependencies(JsonNode? definition) => definition?["DependsOn"] switch
    {
        JsonArray many => many.Select(one => one!.ToString()),
        JsonValue one => [one.ToString()],
        _ => [],
    };

    private static IEnumerable<string> Named(string? name) =>
        name is null || name.StartsWith("AWS::", StringComparison.Ordinal) ? [] : [name.Split('.')[0]];
}
