namespace Lexicon.Local.Iam;

/// <summary>Roles, their sessions and what they may do.</summary>
internal interface IIdentities
{
    /// <summary>New credentials for a session of a role (what Lambda gives each execution environment).</summary>
    Credentials Assume(string roleArn, string sessionName);

    /// <summary>
    /// Decides as IAM does within one account: an explicit deny wins, else one allow of an identity policy or of the
    /// resource's policy is enough, else it is denied implicitly.
    /// </summary>
    /// <param name="request">Caller, action, resource and condition keys.</param>
    /// <param name="resourcePolicy">The policy document of the resource, if it has one.</param>
    Decision Authorize(AccessRequest request, System.Text.Json.Nodes.JsonNode? resourcePolicy = null);
}
