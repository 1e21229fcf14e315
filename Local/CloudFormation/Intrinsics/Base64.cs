using System.Text;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary><c>Fn::Base64</c>: the base64 form of a string in UTF-8.</summary>
internal sealed class Base64 : IIntrinsic
{
    public string Name => "Fn::Base64";

    public JsonNode? Evaluate(JsonNode? argument, IScope scope) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(scope.Text(Name, argument)));
}
