using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra.Security;

/// <summary>
/// Accepts findings of cdk-nag on one resource, with the reason: <c>make lint</c> prints them, <c>docs/security.md</c> lists
/// them, and one that no longer matches a finding fails. There is no way to accept a finding for a stack or for the app.
/// See https://github.com/cdklabs/cdk-nag/blob/main/README.md.
/// </summary>
internal static class Waivers
{
    /// <summary>Accepts findings on the construct's own resource: all at once, since a second call replaces the first.</summary>
    public static void Waive(this IConstruct construct, params IReadOnlyList<Waiver> waivers)
    {
        if (waivers is [])
        {
            return;
        }

        var resource = construct as CfnResource ?? (CfnResource)construct.Node.DefaultChild!;
        resource.AddMetadata("cdk_nag", new Dictionary<string, object> { ["rules_to_suppress"] = waivers.Select(ToSuppression).ToArray() });
    }

    private static object ToSuppression(Waiver waiver)
    {
        var suppression = new Dictionary<string, object> { ["id"] = waiver.Rule, ["reason"] = waiver.Reason };
        if (waiver.Details is not [])
        {
            suppression["applies_to"] = waiver.Details.ToArray();
        }

        return suppression;
    }
}
