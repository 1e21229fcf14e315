using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::ToJsonString</c>: a node as JSON text; needs the transform <c>AWS::LanguageExtensions</c>.</summary>
internal sealed class ToJsonString : IIntrinsic
{
    public string Name => "Fn::ToJsonString";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope) =>
        scope.Stack.HasLanguageExtensions
            ? scope.Resolve(argument)?.ToJsonString()
            : throw scope.Refuse("Fn::ToJsonString needs the transform AWS::LanguageExtensions");
}
