using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::ImportValue</c>: a value that another stack of the assembly exports.</summary>
internal sealed class ImportValue : IIntrinsic
{
    public string Name => "Fn::ImportValue";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope) => scope.Import(scope.Text(Name, argument));
}
