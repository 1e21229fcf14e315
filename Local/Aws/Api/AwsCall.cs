using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>One call of an operation, whatever protocol it came in.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Request">The members of the request.</param>
internal sealed record AwsCall(HttpContext Context, Caller Caller, string Operation, JsonObject Request)
{
    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Cancellation => Context.RequestAborted;
}
