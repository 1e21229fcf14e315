using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Ssm.Api;

/// <summary>
/// The operations that are served: those that read parameters by their names
/// (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html).
/// </summary>
internal sealed class SsmOperations(ParameterStore store)
{
    /// <summary>The operations and the permissions that they need.</summary>
    public AwsOperations Table(IIdentities identities) => new(identities,
    [
        new("GetParameter", call => On(call, new SsmRequest(call.Request).Name), call => GetParameter(new(call.Request))),
        new("GetParameters", _ => null, call => GetParameters(new(call.Request))) { PermissionsOfEach = OnEach },
    ])
    {
        Otherwise = name => throw SsmException.NotServed(name),
        Denied = message => new SsmException("AccessDeniedException", message),
    };

    private JsonObject GetParameter(SsmRequest request)
    {
        var id = request.Name;
        var parameter = store.Find(id.Id) ?? throw SsmException.NotFound();
        return id.SelectsTheOneVersion
            ? new() { ["Parameter"] = Members(parameter, id.Selector) }
            : throw SsmException.NoVersion(parameter.Name, id.Selector!);
    }

    private JsonObject GetParameters(SsmRequest request)
    {
        var (found, invalid) = (new JsonArray(), new JsonArray());
        foreach (var name in request.Names)
        {
            var id = ParameterId.Parse(name);
            if (store.Find(id.Id) is { } parameter && id.SelectsTheOneVersion)
            {
                found.Add(Members(parameter, id.Selector));
            }
            else
            {
                invalid.Add(name);
            }
        }

        return new() { ["InvalidParameters"] = invalid, ["Parameters"] = found };
    }

    private static JsonObject Members(StoredParameter parameter, string? selector)
    {
        var members = new JsonObject
        {
            ["ARN"] = parameter.Arn,
            ["DataType"] = "text",
            ["LastModifiedDate"] = parameter.Modified.ToUnixTimeMilliseconds() / 1000.0,
            ["Name"] = parameter.Name,
            ["Type"] = parameter.Type,
            ["Value"] = parameter.Value,
            ["Version"] = StoredParameter.Version,
        };
        if (selector is not null)
        {
            members["Selector"] = $":{selector}";
        }

        return members;
    }

    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
    private static Permission On(AwsCall call, ParameterId id) => new($"ssm:{call.Operation}", id.Arn);

    private static IEnumerable<Permission> OnEach(AwsCall call) =>
        new SsmRequest(call.Request).Names.Select(name => On(call, ParameterId.Parse(name)));
}
