using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>
/// One intrinsic function of CloudFormation, one class each
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
/// </summary>
internal interface IIntrinsic
{
    /// <summary>The key that calls it, such as <c>Fn::Join</c>.</summary>
    string Name { get; }

    /// <summary>The value of a call; null removes the property that holds it (<c>AWS::NoValue</c>).</summary>
    /// <param name="argument">What stands after the key, unresolved.</param>
    /// <param name="scope">The template around it.</param>
    /// <exception cref="StartupException">The argument is not what the function takes, or refers to nothing.</exception>
    JsonNode? Evaluate(JsonNode? argument, IScope scope);
}
