using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>
/// How the services ask IAM about a request: with the condition keys that every request has and those of the service
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
/// </summary>
internal static class Authorization
{
    /// <summary>Whether the caller has a permission that the request needs.</summary>
    public static Decision Authorize(this IIdentities identities, HttpContext context, Caller caller, Permission permission)
    {
        var keys = context.ConditionContext();
        foreach (var (name, values) in permission.Conditions)
        {
            keys[name] = values;
        }

        return identities.Authorize(
            new AccessRequest(caller, permission.Action, permission.Resource) { Context = keys }, permission.ResourcePolicy);
    }
}
