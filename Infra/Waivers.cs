using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra;

/// <summary>
/// Accepts a finding of cdk-nag on one resource, with the reason: <c>make lint</c> prints them, <c>docs/security.md</c> lists
/// them, and one that no longer matches a finding fails. There is no way to accept a finding for a stack or for the app.
/// See https://github.com/cdklabs/cdk-nag/blob/main/README.md.
/// </summary>
internal static class Waivers
{
    /// <summary>
    /// Accepts what a rule finds on the construct's own resource. Of a rule that tells what exactly it found, the details name
    /// each: <c>Waive("AwsSolutions-IAM5", "...", "Resource::*")</c>.
    /// </summary>
    public static void Waive(this IConstruct construct, string rule, string reason, params string[] details)
    {
        var resource = construct as CfnResource ?? (CfnResource)construct.Node.DefaultChild!;
        var waiver = new Dictionary<string, object> { ["id"] = rule, ["reason"] = reason };
        if (details.Length > 0)
        {
            waiver["applies_to"] = details;
        }

        var waived = (resource.GetMetadata("cdk_nag") as IDictionary<string, object>)?["rules_to_suppress"] as IEnumerable<object>;
        resource.AddMetadata("cdk_nag", new Dictionary<string, object> { ["rules_to_suppress"] = (object[])[.. waived ?? [], waiver] });
    }
}
