using Lexicon.Local.Assembly;

namespace Lexicon.Local.CloudFront;

/// <summary>Reads what the policies' <c>...Behavior</c> properties mean.</summary>
internal static class SelectionReader
{
    /// <summary>The selection that a behavior with its names means.</summary>
    public static Selection Read(Resource resource, string property, string behavior, IReadOnlyList<string>? names) => behavior switch
    {
        "none" => Selection.None,
        "all" or "allViewer" or "allViewerAndWhitelistCloudFront" => Selection.All,
        "whitelist" => Selection.Only([.. names ?? []]),
        "allExcept" => Selection.AllExcept([.. names ?? []]),
        _ => throw resource.Refuse(property, $"'{behavior}' is not known"),
    };
}
