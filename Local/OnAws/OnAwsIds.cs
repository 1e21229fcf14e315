using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>How the resources of these types are named: the values of <c>Ref</c>.</summary>
internal static class OnAwsIds
{
    /// <summary>A name that CloudFormation makes up.</summary>
    public static string Generated(TemplateResource resource) => resource.PhysicalName();

    /// <summary>The name that the template gives under a property, or one that CloudFormation makes up.</summary>
    public static Func<TemplateResource, string> Named(string property) =>
        resource => Text(resource, property) ?? resource.PhysicalName();

    /// <summary>The ARN of a certificate.</summary>
    public static string CertificateArn(TemplateResource resource) => Account.Arn("acm", $"certificate/{resource.ShortId(32)}");

    /// <summary>The id of a hosted zone.</summary>
    public static string HostedZone(TemplateResource resource) => $"Z{resource.ShortId(19).ToUpperInvariant()}";

    /// <summary>The id of a key: a UUID, the same on every start.</summary>
    public static string Key(TemplateResource resource) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(resource.PhysicalName())).AsSpan(0, 16)).ToString();

    /// <summary>The ARN of an identity provider: its address without the scheme.</summary>
    public static string ProviderArn(TemplateResource resource)
    {
        var host = Named("Url")(resource).Replace("https://", "", StringComparison.Ordinal).TrimEnd('/');
        return Account.GlobalArn("iam", $"oidc-provider/{host}");
    }

    private static string? Text(TemplateResource resource, string property) => resource.Properties[property]?.ToString();
}
