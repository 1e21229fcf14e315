using System.Text.Json.Nodes;

namespace Lexicon.Local.Assembly.Intrinsics;

/// <summary><c>Fn::ToJsonString</c>: a node as JSON text; needs the transform <c>AWS::LanguageExtensions</c>.</summary>
internal sealed class ToJsonString : IIntrinsic
{
    /// <inheritdoc/>
    public string Name => "Fn::ToJsonString";

    /// <inheritdoc/>
    public JsonNode? Evaluate(JsonNode? argument, IScope scope) =>
        scope.Stack.HasLanguageExtensions
            ? scope.Resolve(argument)?.ToJsonString()
            : throw scope.Refuse("Fn::ToJsonString needs the transform AWS::LanguageExtensions");
}
