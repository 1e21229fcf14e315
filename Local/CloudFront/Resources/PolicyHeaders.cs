using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Edge;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What cache and origin request policies have in common.</summary>
internal static class PolicyHeaders
{
    /// <summary>Refuses derived headers that one machine cannot derive, such as the viewer's country.</summary>
    public static void Check(TemplateResource resource, IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => ViewerHeaders.IsDerived(name) && !ViewerHeaders.Known.Contains(name)) is { } unknown)
        {
            throw resource.Refuse($"HeadersConfig.Headers ({unknown})", "a viewer on this machine has no such property");
        }
    }

    /// <summary>An id in the shape of CloudFront's policy ids.</summary>
    public static string IdOf(TemplateResource resource)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"{resource.Stack}/{resource.LogicalId}"));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }
}
