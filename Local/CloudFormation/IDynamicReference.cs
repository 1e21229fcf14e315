namespace Lexicon.Local.CloudFormation;

/// <summary>
/// Gives the values of one service's dynamic references, <c>{{resolve:service:reference}}</c>; a resource type that also is one is found by
/// itself (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html).
/// </summary>
internal interface IDynamicReference
{
    /// <summary>The service's name in a reference, such as <c>secretsmanager</c>.</summary>
    string Service { get; }

    /// <summary>The value; null where the reference leads nowhere.</summary>
    string? Resolve(string reference);
}
