using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>
/// The functions that make conditions: <c>Fn::Equals</c>, <c>Fn::And</c>, <c>Fn::Or</c>, <c>Fn::Not</c>, <c>Condition</c>.
/// </summary>
internal static class Conditions
{
    /// <summary>The value of a condition's definition.</summary>
    /// <exception cref="StartupException">It is not made of those functions.</exception>
    public static bool Holds(JsonNode? node, IScope scope)
    {
        var (function, argument) = node is JsonObject { Count: 1 } call
            ? call.First()
            : throw scope.Refuse("a condition is one of Fn::Equals, Fn::And, Fn::Or, Fn::Not, Condition");
        return function switch
        {
            "Fn::Equals" => Equal(scope.Tuple(function, argument, 2, 2), scope),
            "Fn::And" => scope.Tuple(function, argument, 2, 10).All(member => Holds(member, scope)),
            "Fn::Or" => scope.Tuple(function, argument, 2, 10).Any(member => Holds(member, scope)),
            "Fn::Not" => !Holds(scope.Tuple(function, argument, 1, 1)[0], scope),
            "Condition" => scope.Condition(scope.Text(function, argument)),
            _ => throw scope.Refuse($"'{function}' is not a condition function"),
        };
    }

    private static bool Equal(JsonArray pair, IScope scope)
    {
        var (left, right) = (scope.Resolve(pair[0]), scope.Resolve(pair[1]));
        return left is JsonValue one && right is JsonValue other
            ? Arguments.Scalar(one) == Arguments.Scalar(other)
            : JsonNode.DeepEquals(left, right);
    }
}
