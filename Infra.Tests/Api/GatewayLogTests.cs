namespace Lexicon.Infra.Tests.Api;

/// <summary>What API Gateway writes down of requests, and where.</summary>
public sealed class GatewayLogTests
{
    [Theory, InEveryVariant]
    public void BothLogs_AreDeclaredByTheirNames_BeforeTheStageWritesThem(string stage)
    {
        var api = Stages.Named(stage).Api;
        var deployed = api.Only("AWS::ApiGateway::Stage");
        var execution = $"API-Gateway-Execution-Logs_{api.Only("AWS::ApiGateway::RestApi").Ref}/{api.Stage}";

        Assert.Equal(
            $"/aws/apigateway/Lexicon-{api.Stage}/access",
            api.Behind(deployed.Text("AccessLogSetting.DestinationArn")).Text("LogGroupName"));
        Assert.Contains(
            Assert.Single(api.OfType("AWS::Logs::LogGroup"), group => group.Text("LogGroupName") == execution).LogicalId,
            deployed.DependsOn);
    }

    // An address is the only thing of a person; the queries of the runbook ask for the rest.
    [Theory, InEveryVariant]
    public void EachLine_TellsOfTheRequestAndItsErrors_AndOfNobody(string stage)
    {
        var line = Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage").Text("AccessLogSetting.Format");
        Assert.All(
            [
                "requestId", "requestTime", "identity.sourceIp", "httpMethod", "resourcePath", "status", "responseLatency",
                "integration.latency",
                "integration.error", "authorizer.error", "error.responseType", "error.message", "wafResponseCode", "xrayTraceId",
            ],
            name => Assert.Contains($"\"$context.{name}\"", line, StringComparison.Ordinal));
    }
}
