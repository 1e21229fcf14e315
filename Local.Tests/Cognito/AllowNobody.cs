using System.Text.Json.Nodes;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Cognito;

/// <summary>An IAM that denies every role everything.</summary>
internal sealed class AllowNobody : IIdentities
{
    public Credentials Assume(string roleArn, string sessionName) => new("ASIA", "secret", "token");

    public Decision AuthorizeAssumption(Caller caller, string roleArn) => new(false, $"{caller.Arn} may not assume {roleArn}");

    public void Check(JsonNode resourcePolicy, string place)
    {
    }

    public IPolicy Read(JsonNode? document, string place) => throw new NotSupportedException();

    public Decision Authorize(AccessRequest request, JsonNode? resourcePolicy = null) =>
        new(false, $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource}");
}
