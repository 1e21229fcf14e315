using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What the resource types of the policies have in common.</summary>
internal static class PolicyReader
{
    /// <summary>An id in the shape of CloudFront's policy ids.</summary>
    public static string IdFor(TemplateResource resource)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{resource.Stack}/{resource.LogicalId}"));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }

    /// <summary>The selection that one of the <c>...Behavior</c> properties means with its names.</summary>
    public static Selection Select(TemplateResource resource, string property, string behavior, IReadOnlyList<string>? names) =>
        behavior switch
        {
            "none" => Selection.None,
            "all" or "allViewer" or "allViewerAndWhitelistCloudFront" => Selection.All,
            "whitelist" => Selection.Only([.. names ?? []]),
            "allExcept" => Selection.AllExcept([.. names ?? []]),
            _ => throw resource.Refuse(property, $"'{behavior}' is not known"),
        };

    /// <summary>Refuses derived headers that one machine cannot derive, such as the viewer's cipher suite.</summary>
    public static void CheckHeaders(TemplateResource resource, IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => ViewerHeaders.IsDerived(name) && !ViewerHeaders.Known.Contains(name)) is { } unknown)
        {
            throw resource.Refuse($"HeadersConfig.Headers ({unknown})", "a viewer on this machine has no such property");
        }
    }
}
