using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Iam;

/// <summary>
/// AWS Security Token Service: <c>GetCallerIdentity</c> and <c>AssumeRole</c> in the query protocol
/// (https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html). It is in this room because both are about its roles and sessions.
/// </summary>
internal sealed class SecurityTokenService : IAwsService
{
    private const int ShortestSession = 900;
    private const int UsualSession = 3600;
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    private static readonly AwsQueryProtocol Protocol = new()
    {
        Namespace = Namespace,
        NoAction = () => NotServed(""),
        Read = (_, parameters) => new JsonObject(parameters.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
        Write = (operation, response) => Element($"{operation}Result", response),
    };

    private readonly Identities _identities;
    private readonly AwsQueryEndpoint _endpoint;
    private readonly AwsOperations _operations;

    /// <summary>Wires the service.</summary>
    public SecurityTokenService(Identities identities)
    {
        _identities = identities;
        _operations = new(identities,
        [
            new("GetCallerIdentity", ForAnyone, GetCallerIdentity),
            new("AssumeRole", ForAnyone, AssumeRole),
        ])
        {
            Otherwise = name => throw NotServed(name),
            Denied = message => new StsException("AccessDenied", message, 403),
        };
        _endpoint = new(Protocol, _operations);
    }

    public string SigningName => "sts";

    public IEnumerable<string> Operations => _operations.Names;

    public Task HandleAsync(HttpContext context, Caller caller) => _endpoint.HandleAsync(context, caller);

    // Whoever signs may ask who signed; whether a role may be assumed, its trust policy decides.
    private static Permission? ForAnyone(AwsCall call) => null;

    private static JsonObject GetCallerIdentity(AwsCall call) => new()
    {
        ["Arn"] = call.Caller.Arn,
        ["UserId"] = call.Caller.UserId,
        ["Account"] = Account.Id,
    };

    private JsonObject AssumeRole(AwsCall call)
    {
        var (arn, session) = (Parameter(call, "RoleArn"), Parameter(call, "RoleSessionName"));
        if (session.Length is < 2 or > 64 || !session.All(IsSessionLetter))
        {
            throw StsException.Invalid(
                $"1 validation error detected: Value '{session}' at 'roleSessionName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        }

        var decision = _identities.AuthorizeAssumption(call.Caller, arn);
        if (!decision.Allowed || _identities.FindRole(arn) is not { } role)
        {
            // STS does not reveal whether it was the trust policy or the caller's own that did not allow it.
            throw new StsException(
                "AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
        }

        var (credentials, expires) = _identities.Assume(arn, session, Lifetime(Parameter(call, "DurationSeconds"), role));
        var assumed = new RoleSession(credentials.AccessKeyId, arn, session, expires).ToCaller();
        return new()
        {
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = assumed.UserId, ["Arn"] = assumed.Arn },
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = credentials.AccessKeyId,
                ["SecretAccessKey"] = credentials.SecretAccessKey,
                ["SessionToken"] = credentials.SessionToken,
                ["Expiration"] = expires.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            },
        };
    }

    private static TimeSpan Lifetime(string text, Role role)
    {
        var seconds = UsualSession;
        return (text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            || seconds < ShortestSession
            || seconds > role.MaximumSession.TotalSeconds
                ? throw StsException.Invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
                : TimeSpan.FromSeconds(seconds);
    }

    private static string Parameter(AwsCall call, string name) => (string?)call.Request[name] ?? "";

    private static bool IsSessionLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || "_+=,.@-".Contains(letter);

    private static StsException NotServed(string action) =>
        new("InvalidAction", $"The action {action} does not exist here; there are GetCallerIdentity and AssumeRole.");

    private static XElement Element(string name, JsonNode? value) => new(
        Namespace + name,
        value is JsonObject members ? members.Select(member => Element(member.Key, member.Value)) : value?.ToString());
}
