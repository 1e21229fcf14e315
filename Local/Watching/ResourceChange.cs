using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Watching;

/// <summary>A resource that a newer assembly has otherwise.</summary>
/// <param name="Node">The resource, as it is now or, removed, as it was.</param>
/// <param name="What">What is different about it, in a few words.</param>
internal sealed partial record ResourceChange(ResourceNode Node, string What)
{
    /// <summary>
    /// What people call it: the logical id without the digits that the CDK appends to make it unique
    /// (https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html), and without the hash that the id of a function's version ends with.
    /// </summary>
    public string Name => Uniqueness().Replace(Node.LogicalId, "");

    [GeneratedRegex("(?<=.)[0-9A-F]{8}([0-9a-f]{32})?$")]
    private static partial Regex Uniqueness();
}
