using System.Text.Json.Nodes;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Aws.Api;

/// <summary>The table of a service's operations. A call is looked up in it, authorized and performed.</summary>
/// <param name="identities">Decides who may what.</param>
/// <param name="rows">The operations.</param>
internal sealed class AwsOperations(IIdentities identities, IEnumerable<AwsOperation> rows)
{
    private readonly Dictionary<string, AwsOperation> _byName = rows.ToDictionary(row => row.Name);

    /// <summary>The names of the operations in the table.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The operation of a name that is not in the table; or it throws the service's error.</summary>
    public required Func<string, AwsOperation> Otherwise { get; init; }

    /// <summary>The service's error for a caller who lacks a permission, with IAM's sentence.</summary>
    public required Func<string, AwsException> Denied { get; init; }

    /// <summary>Returns the members of the response.</summary>
    /// <exception cref="AwsException">The operation does not exist, is denied or fails.</exception>
    public Task<JsonObject> PerformAsync(AwsCall call)
    {
        var operation = _byName.GetValueOrDefault(call.Operation) ?? Otherwise(call.Operation);
        foreach (var permission in operation.PermissionsFor(call))
        {
            if (identities.Authorize(call.Context, call.Caller, permission) is { Allowed: false } decision)
            {
                throw Denied(decision.Message);
            }
        }

        return operation.PerformAsync(call);
    }

    /// <summary>Performs a request of an AWS JSON protocol and writes its response.</summary>
    public async Task HandleAsync(AwsJsonRequest request) => await request.WriteAsync(await PerformAsync(request.ToCall()));
}
