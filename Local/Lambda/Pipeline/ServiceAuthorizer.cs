using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.Pipeline;

/// <summary>
/// Decides whether a service may invoke a function: the function's resource policy must allow it
/// (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html), or the policies of the role that it assumes.
/// A caller with an identity of its own was authorized where its request arrived.
/// </summary>
internal sealed class ServiceAuthorizer(IIdentities identities)
{
    // What API Gateway calls its sessions of a role.
    private const string SessionName = "BackplaneAssumeRoleSession";

    /// <summary>Returns when the request is allowed.</summary>
    /// <exception cref="LambdaServiceException"><c>AccessDeniedException</c>, 403.</exception>
    public void Authorize(InvokeRequest request, InvokeTarget target)
    {
        if (request.ServicePrincipal is not { } principal)
        {
            return;
        }

        var caller = request.RoleArn is { } role ? Assume(role, principal) : Caller.Service(principal);
        var access = new AccessRequest(caller, "lambda:InvokeFunction", target.Reference.Arn) { Context = ContextOf(request) };
        var decision = identities.Authorize(access, target.Version.Function.Policy(target.Reference.Qualifier).Document);
        if (!decision.Allowed)
        {
            throw Denied(decision);
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ContextOf(InvokeRequest request)
    {
        if (request.RoleArn is not null)
        {
            return [];
        }

        var context = new Dictionary<string, IReadOnlyList<string>> { ["aws:SourceAccount"] = [Account.Id] };
        if (request.SourceArn is { } source)
        {
            context["aws:SourceArn"] = [source];
        }

        return context;
    }

    /// <summary>A session of the role, which must trust the service that assumes it.</summary>
    private Caller Assume(string role, string principal)
    {
        var assumption = identities.AuthorizeAssumption(Caller.Service(principal), role);
        return assumption.Allowed
            ? new(Account.GlobalArn("sts", $"assumed-role/{role[(role.LastIndexOf('/') + 1)..]}/{SessionName}"), role)
            : throw Denied(assumption);
    }

    private static LambdaServiceException Denied(Decision decision) => new("AccessDeniedException", 403, decision.Message);
}
