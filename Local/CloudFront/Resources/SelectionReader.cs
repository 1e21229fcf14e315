using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>Reads what the policies' <c>...Behavior</c> properties mean.</summary>
internal static class SelectionReader
{
    /// <summary>The selection that a behavior with its names means.</summary>
    public static Selection Read(
        TemplateResource resource, string property, string behavior, IReadOnlyList<string>? names) => behavior switch
    {
        "none" => Selection.None,
        "all" or "allViewer" or "allViewerAndWhitelistCloudFront" => Selection.All,
        "whitelist" => Selection.Only([.. names ?? []]),
        "allExcept" => Selection.AllExcept([.. names ?? []]),
        _ => throw resource.Refuse(property, $"'{behavior}' is not known"),
    };
}
