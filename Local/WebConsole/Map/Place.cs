using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>A resource on the map.</summary>
/// <param name="Id">Its stack and logical id.</param>
/// <param name="Node">The resource.</param>
/// <param name="Service">The name of its service.</param>
/// <param name="IsDetail">Whether it is left out until somebody asks for it.</param>
internal sealed record Place(string Id, ResourceNode Node, string Service, bool IsDetail)
{
    /// <summary>Its CloudFormation type.</summary>
    public string Type => Node.TypeName;

    /// <summary>Its ARN; null where it has none.</summary>
    public string? Arn => Node.Provisioned is not { } became ? null
        : became.Attributes.GetValueOrDefault("Arn")?.ToString()
            ?? (Type == "AWS::SNS::Topic" ? became.Ref : null);

    /// <summary>What a person calls it: the logical id without the hash that the CDK adds.</summary>
    public string Name => Names.Plain(Node);
}
