using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.SecretsManager.Api;

/// <summary>
/// The wire protocol, AWS JSON 1.1: <c>GetSecretValue</c>
/// (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html).
/// </summary>
internal sealed class SecretsApi
{
    private const string Current = "AWSCURRENT";

    private static readonly AwsJsonProtocol Protocol = new()
    {
        Services = ["secretsmanager"],
        ContentType = "application/x-amz-json-1.1",
        UnknownTarget = SecretsException.NotServed,
        Unreadable = reason => new SecretsException("SerializationException", reason),
    };

    private readonly Secrets _secrets;
    private readonly AwsJsonEndpoint _endpoint;
    private readonly AwsOperations _operations;

    /// <summary>Wires the protocol.</summary>
    public SecretsApi(Secrets secrets, IIdentities identities)
    {
        _secrets = secrets;
        _operations = new AwsOperations(
            identities, [new("GetSecretValue", call => new("secretsmanager:GetSecretValue", ArnOf(Id(call))), GetSecretValue)])
        {
            Otherwise = name => throw SecretsException.NotServed(name),
            Denied = message => new SecretsException("AccessDeniedException", message),
        };
        _endpoint = new(Protocol, _operations.HandleAsync);
    }

    /// <summary>The operations that are served.</summary>
    public IEnumerable<string> Operations => _operations.Names;

    /// <summary>Handles one request, errors included.</summary>
    public Task HandleAsync(HttpContext context, Caller caller) => _endpoint.HandleAsync(context, caller);

    private static string Id(AwsCall call) => Text(call, "SecretId")
        ?? throw new SecretsException("ValidationException", "1 validation error detected: Value null at 'secretId' failed to satisfy "
            + "constraint: Member must not be null");

    private static string? Text(AwsCall call, string name) => call.Request[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new SecretsException("SerializationException", $"{name} must be a string."),
    };

    // A secret that is not there is denied or not found as one that is.
    private string ArnOf(string id) => _secrets.Find(id)?.Arn
        ?? (id.StartsWith("arn:", StringComparison.Ordinal) ? id : $"arn:aws:secretsmanager:{Account.Region}:{Account.Id}:secret:{id}");

    private JsonObject GetSecretValue(AwsCall call)
    {
        var (arn, secret) = _secrets.Find(Id(call)) ?? throw SecretsException.NotFound();
        if (Text(call, "VersionStage") is { } stage && stage != Current)
        {
            throw SecretsException.NoVersion($"staging label: {stage}");
        }

        if (Text(call, "VersionId") is { } version && version != secret.VersionId)
        {
            throw SecretsException.NoVersion($"VersionId: {version}");
        }

        return new()
        {
            ["ARN"] = arn,
            ["CreatedDate"] = secret.Created.ToUnixTimeMilliseconds() / 1000.0,
            ["Name"] = secret.Name,
            ["SecretString"] = secret.Value,
            ["VersionId"] = secret.VersionId,
            ["VersionStages"] = new JsonArray(Current),
        };
    }
}
