using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::Length</c>: how many members a list has; needs the transform <c>AWS::LanguageExtensions</c>.</summary>
internal sealed class Length : IIntrinsic
{
    public string Name => "Fn::Length";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope) =>
        scope.Stack.HasLanguageExtensions
            ? scope.List(Name, argument).Count
            : throw scope.Refuse("Fn::Length needs the transform AWS::LanguageExtensions");
}
