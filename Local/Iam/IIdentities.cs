using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Iam;

/// <summary>Roles, their sessions and what they may do.</summary>
internal interface IIdentities
{
    /// <summary>New credentials for a session of a role (what Lambda gives each execution environment).</summary>
    Credentials Assume(string roleArn, string sessionName);

    /// <summary>
    /// Whether a service may assume a role: its trust policy (<c>AssumeRolePolicyDocument</c>) decides. Lambda refuses to
    /// create a function with a role that <c>lambda.amazonaws.com</c> may not assume.
    /// </summary>
    Decision AuthorizeAssumption(Caller caller, string roleArn);

    /// <summary>
    /// Decides as IAM does within one account: an explicit deny wins, else one allow of an identity policy or of the
    /// resource's policy is enough, else it is denied implicitly.
    /// </summary>
    /// <param name="request">Caller, action, resource and condition keys.</param>
    /// <param name="resourcePolicy">The policy document of the resource, if it has one.</param>
    Decision Authorize(AccessRequest request, JsonNode? resourcePolicy = null);

    /// <summary>
    /// Checks a resource policy at start, so that an element or a condition that is not supported is refused by name there.
    /// </summary>
    /// <param name="resourcePolicy">The policy document of the resource.</param>
    /// <param name="place">How messages name where it stands, such as <c>Stack/Bucket (AWS::S3::BucketPolicy)</c>.</param>
    /// <exception cref="StartupException">Something in it is malformed or not supported.</exception>
    void Check(JsonNode resourcePolicy, string place);

    /// <summary>Reads a policy that a program returns in place of an identity's.</summary>
    /// <param name="document">The policy document.</param>
    /// <param name="place">How messages name where it is.</param>
    /// <exception cref="StartupException">Something in it is malformed or not supported.</exception>
    IPolicy Read(JsonNode? document, string place);
}
