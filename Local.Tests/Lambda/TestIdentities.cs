using System.Text.Json.Nodes;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Credentials that name their role; service principals need a policy that allows them, everybody else does not.</summary>
internal sealed class TestIdentities : IIdentities
{
    /// <summary>Actions that nobody may.</summary>
    public HashSet<string> Denied { get; } = [];

    public Credentials Assume(string roleArn, string sessionName) => new("ASIATEST", $"secret of {roleArn}", $"session {sessionName}");

    public Decision AuthorizeAssumption(Caller caller, string roleArn) => new(
        roleArn == (caller.ServicePrincipal == "lambda.amazonaws.com" ? RunningLambda.Role : RunningLambda.RoleOfApi),
        $"{caller.Arn} may not assume {roleArn}");

    public void Check(JsonNode resourcePolicy, string place) => Assert.NotNull(resourcePolicy["Statement"]);

    public IPolicy Read(JsonNode? document, string place) => throw new NotSupportedException();

    public Decision Authorize(AccessRequest request, JsonNode? resourcePolicy = null) => new(
        !Denied.Contains(request.Action)
            && (request.Caller.ServicePrincipal is not { } principal || Allows(request, principal, resourcePolicy)),
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource}");

    private static bool Allows(AccessRequest request, string principal, JsonNode? policy) =>
        (policy?["Statement"]?.AsArray() ?? []).Any(statement =>
            (string?)statement!["Principal"]!["Service"] == principal
            && (string?)statement["Action"] == request.Action
            && (string?)statement["Resource"] == request.Resource
            && ((string?)statement["Condition"]?["ArnLike"]?["AWS:SourceArn"] is not { } pattern
                || request.Context["aws:SourceArn"].Contains(pattern)));
}
