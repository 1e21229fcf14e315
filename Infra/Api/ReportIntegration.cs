using System.Globalization;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Functions.Domain;
using Lexicon.Infra.Cdk;

namespace Lexicon.Infra.Api;

/// <summary>
/// Publishes a report to its topic without a function: API Gateway takes a role and calls SNS with what a template makes of the request.
/// See https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-data-transformations.html.
/// </summary>
internal sealed class ReportIntegration : Construct
{
    private const string Json = "application/json";

    private static readonly GatewayProblem Busy = GatewayProblems.Like(FailureKind.Busy, nameof(ResponseType_.DEFAULT_5XX));

    // Whatever is in the path or in the body is one JSON string: escapeJavaScript makes it of text, but its \' is not JSON, and $input.json
    // has what is JSON already. Each is encoded for the form by itself. All in one line: a line break would be part of the form.
    private static readonly string Message = string.Concat(
        Form("{\"requestId\":\""), "$context.requestId", Form("\",\"requestTime\":"), "$context.requestTimeEpoch",
        Form(",\"glossaryId\":\""), OfPath("glossaryId"), Form("\",\"termId\":\""), OfPath("termId"),
        Form("\",\"reason\":"), OfBody("reason"),
        "#if($input.path('$.remark') && $input.path('$.remark') != '')", Form(",\"remark\":"), OfBody("remark"), "#end", Form("}"));

    public ReportIntegration(Construct scope, string id, StageSettings settings, string topicArn, string keyArn, CrossOrigin crossOrigin)
        : base(scope, id)
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("apigateway.amazonaws.com"),
            Description = "API Gateway publishes the reports of Lexicon's readers",
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Reports"] = PolicyDocuments.Allow(
                    new PolicyStatementProps { Actions = ["sns:Publish"], Resources = [topicArn] },
                    new PolicyStatementProps
                    {
                        Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
                        Resources = [keyArn],
                        Conditions = OperationPolicy.When("StringEquals", "kms:ViaService", $"sns.{settings.Region}.amazonaws.com"),
                    }),
            },
        });
        Integration = new AwsIntegration(new AwsIntegrationProps
        {
            Service = "sns",
            Path = "/",
            IntegrationHttpMethod = "POST",
            Options = new IntegrationOptions
            {
                CredentialsRole = role,
                PassthroughBehavior = PassthroughBehavior.NEVER,
                RequestParameters = new Dictionary<string, string>
                {
                    ["integration.request.header.Content-Type"] = "'application/x-www-form-urlencoded'",
                },
                RequestTemplates = new Dictionary<string, string> { [Json] = FormOf(topicArn) },
                IntegrationResponses = [Taken(crossOrigin), Failed(crossOrigin)],
            },
        });
        Responses = [Response(202, crossOrigin), Response(503, crossOrigin)];
    }

    public AwsIntegration Integration { get; }

    /// <summary>What the method can answer.</summary>
    public MethodResponse[] Responses { get; }

    private static string FormOf(string topicArn) =>
        $"Action=Publish&Subject=A+term+was+reported&TopicArn=$util.urlEncode('{topicArn}')&Message={Message}";

    private static string Form(string text) => Uri.EscapeDataString(text);

    private static string OfPath(string name) =>
        $"$util.urlEncode($util.escapeJavaScript($input.params().path.get('{name}')).replaceAll(\"\\\\'\", \"'\"))";

    private static string OfBody(string member) => $"$util.urlEncode($input.json('$.{member}'))";

    private static IntegrationResponse Taken(CrossOrigin crossOrigin) => new()
    {
        SelectionPattern = "2\\d{2}",
        StatusCode = "202",
        ResponseParameters = Headers(Json, crossOrigin),
        ResponseTemplates = new Dictionary<string, string> { [Json] = """{"requestId":"$context.requestId"}""" },
    };

    // Whatever else SNS answers: the reader can do nothing about it but try again.
    private static IntegrationResponse Failed(CrossOrigin crossOrigin) => new()
    {
        StatusCode = "503",
        ResponseParameters = Headers("application/problem+json", crossOrigin),
        ResponseTemplates = new Dictionary<string, string>
        {
            [Json] = GatewayResponses.Problem(Busy, "\"The report could not be taken. It may be repeated as it is.\""),
        },
    };

    private static MethodResponse Response(int status, CrossOrigin crossOrigin) => new()
    {
        StatusCode = status.ToString(CultureInfo.InvariantCulture),
        ResponseParameters = Headers("", crossOrigin).ToDictionary(header => header.Key, _ => true),
    };

    private static Dictionary<string, string> Headers(string contentType, CrossOrigin crossOrigin) => new Dictionary<string, string>(
    [
        new("Content-Type", $"'{contentType}'"), new("Cache-Control", "'no-store'"), .. crossOrigin.HeadersOfRefusals,
    ]).ToDictionary(header => $"method.response.header.{header.Key}", header => header.Value);
}
