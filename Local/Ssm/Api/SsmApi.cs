using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Ssm.Api;

/// <summary>
/// The wire protocol, AWS JSON 1.1 (https://docs.aws.amazon.com/systems-manager/latest/APIReference/Welcome.html).
/// </summary>
internal sealed class SsmApi(ParameterStore store, IIdentities identities)
{
    private static readonly AwsJsonProtocol Protocol = new()
    {
        Services = ["AmazonSSM"],
        ContentType = "application/x-amz-json-1.1",
        UnknownTarget = SsmException.NotServed,
        Unreadable = reason => new SsmException("SerializationException", reason),
    };

    private readonly AwsJsonEndpoint _endpoint = new(Protocol, new SsmOperations(store).Table(identities));

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _endpoint.Operations;

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) => _endpoint.HandleAsync(context, caller);
}
