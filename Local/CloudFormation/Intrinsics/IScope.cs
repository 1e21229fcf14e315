using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation.Intrinsics;

/// <summary>What an intrinsic function can reach from where it stands.</summary>
internal interface IScope
{
    /// <summary>The stack whose template holds the call.</summary>
    Stack Stack { get; }

    /// <summary>A node with every call in it evaluated; null where it comes to <c>AWS::NoValue</c>.</summary>
    JsonNode? Resolve(JsonNode? node);

    /// <summary>The value of a parameter, pseudo parameter or resource; null for <c>AWS::NoValue</c>.</summary>
    JsonNode? Reference(string name);

    /// <summary>An attribute of a resource.</summary>
    JsonNode Attribute(string logicalId, string name);

    /// <summary>Whether a condition of the template holds.</summary>
    bool Condition(string name);

    /// <summary>A value that another stack exports.</summary>
    JsonNode Import(string exportName);

    /// <summary>A refusal that names the place of the call.</summary>
    StartupException Refuse(string why);
}
