using System.Globalization;
using System.Security;
using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Iam;

/// <summary>
/// AWS Security Token Service: <c>GetCallerIdentity</c> and <c>AssumeRole</c> in the query protocol
/// (https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html). It is in this room because both are about its roles and sessions.
/// </summary>
internal sealed class SecurityTokenService(Identities identities) : IAwsService
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
    private const int ShortestSession = 900;
    private const int UsualSession = 3600;

    public string SigningName => "sts";

    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : null;
        string Parameter(string name) => (form?[name] ?? request.Query[name]).ToString();

        await (Parameter("Action") switch
        {
            "GetCallerIdentity" => AnswerAsync(
                context,
                "GetCallerIdentity",
                $"<Arn>{Escaped(caller.Arn)}</Arn><UserId>{Escaped(caller.UserId)}</UserId><Account>{Account.Id}</Account>"),
            "AssumeRole" => AssumeRoleAsync(context, caller, Parameter),
            var other => context.WriteAsync(ErrorProtocol.Query, new AwsError(
                400, "InvalidAction", $"The action {other} does not exist here; there are GetCallerIdentity and AssumeRole.")),
        });
    }

    private async Task AssumeRoleAsync(HttpContext context, Caller caller, Func<string, string> parameter)
    {
        var (arn, session) = (parameter("RoleArn"), parameter("RoleSessionName"));
        if (session.Length is < 2 or > 64 || !session.All(IsSessionLetter))
        {
            await RefuseAsync(
                context,
                $"1 validation error detected: Value '{session}' at 'roleSessionName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
            return;
        }

        var decision = identities.AuthorizeAssumption(caller, arn);
        if (!decision.Allowed || identities.FindRole(arn) is not { } role)
        {
            // STS tells nobody whether it was the trust policy or the caller's own that did not allow it.
            await context.WriteAsync(ErrorProtocol.Query, new AwsError(
                403, "AccessDenied", $"User: {caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}"));
            return;
        }

        var seconds = UsualSession;
        if ((parameter("DurationSeconds") is { Length: > 0 } text
                && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            || seconds < ShortestSession || seconds > role.MaximumSession.TotalSeconds)
        {
            await RefuseAsync(context, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
            return;
        }

        var (credentials, expires) = identities.Assume(arn, session, TimeSpan.FromSeconds(seconds));
        var assumed = new RoleSession(credentials.AccessKeyId, arn, session, expires).ToCaller();
        await AnswerAsync(context, "AssumeRole",
            $"<AssumedRoleUser><AssumedRoleId>{assumed.UserId}</AssumedRoleId><Arn>{assumed.Arn}</Arn></AssumedRoleUser>"
            + $"<Credentials><AccessKeyId>{credentials.AccessKeyId}</AccessKeyId>"
            + $"<SecretAccessKey>{credentials.SecretAccessKey}</SecretAccessKey>"
            + $"<SessionToken>{credentials.SessionToken}</SessionToken>"
            + $"<Expiration>{expires:yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials>");
    }

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static bool IsSessionLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || "_+=,.@-".Contains(letter);

    private static Task RefuseAsync(HttpContext context, string message) =>
        context.WriteAsync(ErrorProtocol.Query, new AwsError(400, "ValidationError", message));

    private static Task AnswerAsync(HttpContext context, string action, string result)
    {
        var id = Guid.NewGuid();
        context.Response.ContentType = "text/xml";
        context.Response.Headers["x-amzn-RequestId"] = id.ToString();
        return context.Response.WriteAsync(
            $"<{action}Response xmlns=\"{Namespace}\"><{action}Result>{result}</{action}Result>"
            + $"<ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata></{action}Response>",
            context.RequestAborted);
    }
}
