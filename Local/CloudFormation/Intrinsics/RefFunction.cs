using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Ref</c>: a parameter's value or a resource's physical id.</summary>
internal sealed class RefFunction : IIntrinsic
{
    public string Name => "Ref";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope) =>
        argument is JsonValue name && name.TryGetValue<string>(out var text)
            ? scope.Reference(text)
            : throw scope.Refuse("Ref takes a name");
}
