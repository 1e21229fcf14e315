using System.Text.Json.Nodes;

namespace Lexicon.Local.Assembly.Intrinsics;

/// <summary><c>Fn::Length</c>: how many members a list has; needs the transform <c>AWS::LanguageExtensions</c>.</summary>
internal sealed class Length : IIntrinsic
{
    /// <inheritdoc/>
    public string Name => "Fn::Length";

    /// <inheritdoc/>
    public JsonNode? Evaluate(JsonNode? argument, IScope scope) =>
        scope.Stack.HasLanguageExtensions
            ? scope.List(Name, argument).Count
            : throw scope.Refuse("Fn::Length needs the transform AWS::LanguageExtensions");
}
