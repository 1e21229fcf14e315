using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>What API Gateway writes down of requests, and what it does not.</summary>
public sealed class GatewayLogTests
{
    private const string ExecutionLog = "API-Gateway-Execution-Logs_${GlossaryApi4C8776F1}/";

    [Theory]
    [InEveryVariant]
    public void EachRequest_IsALineOfJson(string stage)
    {
        var logged = Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage");
        var line = logged.Text("AccessLogSetting.Format");

        // Asserted, since a test that only stumbles notices no sabotage.
        Assert.Null(Record.Exception(() => JsonNode.Parse(line)));
        var format = JsonNode.Parse(line)!;

        Assert.Equal(
            [
                "requestId $context.requestId",
                "extendedRequestId $context.extendedRequestId",
                "requestTime $context.requestTime",
                "ip $context.identity.sourceIp",
                "protocol $context.protocol",
                "httpMethod $context.httpMethod",
                "resourcePath $context.resourcePath",
                "status $context.status",
                "responseLength $context.responseLength",
                "responseLatency $context.responseLatency",
                "integrationLatency $context.integration.latency",
                "integrationStatus $context.integration.status",
                "integrationError $context.integration.error",
                "authorizerStatus $context.authorizer.status",
                "authorizerError $context.authorizer.error",
                "errorType $context.error.responseType",
                "errorMessage $context.error.message",
                "wafResponse $context.wafResponseCode",
                "xrayTraceId $context.xrayTraceId",
            ],
            format.AsObject().Select(field => $"{field.Key} {field.Value}"));
    }

    [Theory]
    [InEveryVariant]
    public void AccessLog_GoesToItsOwnDeclaredGroup(string stage)
    {
        var api = Stages.Named(stage).Api;
        var destination = api.Only("AWS::ApiGateway::Stage").Text("AccessLogSetting.DestinationArn");
        var group = api[destination.Trim('$', '{', '}').Replace(".Arn", "", StringComparison.Ordinal)];

        Assert.Equal($"/aws/apigateway/Lexicon-{Stages.Named(stage).Name}/access", group.Text("LogGroupName"));
    }

    [Theory]
    [InEveryVariant]
    public void ExecutionLog_IsDeclaredByItsNameBeforeTheStageWritesIt(string stage)
    {
        var api = Stages.Named(stage).Api;
        var group = api.OfType("AWS::Logs::LogGroup").Single(group => group.Text("LogGroupName") == $"{ExecutionLog}{Stages.Named(stage).Name}");

        Assert.Contains(group.LogicalId, api.Only("AWS::ApiGateway::Stage").DependsOn);
    }

    [Theory]
    [InEveryVariant]
    public void EveryMethod_LogsErrorsAndCountsButWritesNoBody(string stage) => Assert.All(
        Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage")["MethodSettings"]!.AsArray(),
        settings => Assert.Equal(
            ("ERROR", "true", "false"),
            ($"{settings!["LoggingLevel"]}", $"{settings["MetricsEnabled"]}", $"{settings["DataTraceEnabled"]}")));

    [Theory]
    [InEveryVariant]
    public void NoMethod_KeepsAnAnswer(string stage) => Assert.All(
        Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage")["MethodSettings"]!.AsArray(),
        settings => Assert.Equal(
            ["DataTraceEnabled", "HttpMethod", "LoggingLevel", "MetricsEnabled", "ResourcePath", "ThrottlingBurstLimit", "ThrottlingRateLimit"],
            settings!.AsObject().Select(setting => setting.Key).Order(StringComparer.Ordinal)));
}
