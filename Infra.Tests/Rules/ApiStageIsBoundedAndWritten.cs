namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each stage of a REST API is traced, writes a line of JSON for each request and its errors, but no bodies, keeps no answer, and bounds
/// what each method takes: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html.
/// </summary>
public sealed class ApiStageIsBoundedAndWritten : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Stage/Properties/TracingEnabled", "false"),
        Remove("/Stage/Properties/AccessLogSetting"),
        Set("/Stage/Properties/AccessLogSetting/Format", "\"$context.requestId\""),
        Set("/Stage/Properties/AccessLogSetting/Format", "\"{\\\"who\\\":\\\"$context.authorizer.claims.email\\\"}\""),
        Set("/Stage/Properties/MethodSettings/0/LoggingLevel", "\"OFF\""),
        Set("/Stage/Properties/MethodSettings/0/DataTraceEnabled", "true"),
        Set("/Stage/Properties/MethodSettings/0/CachingEnabled", "true"),
        Set("/Stage/Properties/MethodSettings/0/HttpMethod", "\"GET\""),
        Set("/Stage/Properties/MethodSettings/0/ThrottlingRateLimit", "5000"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from stage in template.OfType("AWS::ApiGateway::Stage")
        let settings = stage.Items("MethodSettings").ToList()
        where stage.Text("TracingEnabled") != "true"
            || template.Find(stage.Text("AccessLogSetting.DestinationArn"))?.Type != "AWS::Logs::LogGroup"
            || !IsALineOfJson(stage.Text("AccessLogSetting.Format"))
            || !settings.Any(setting => $"{setting["HttpMethod"]} {setting["ResourcePath"]}" == "* /*") || !settings.All(IsBounded)
        select $"{stage.Construct} is not traced, not written or not bounded";

    private static readonly string[] Said =
        ["DataTraceEnabled", "HttpMethod", "LoggingLevel", "MetricsEnabled", "ResourcePath", "ThrottlingBurstLimit", "ThrottlingRateLimit"];

    private static bool IsBounded(JsonNode setting) =>
        setting.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal).SequenceEqual(Said)
        && ($"{setting["LoggingLevel"]}", $"{setting["MetricsEnabled"]}", $"{setting["DataTraceEnabled"]}") == ("ERROR", "true", "false")
        && (double)setting["ThrottlingRateLimit"]! is > 0 and <= 500 && (double)setting["ThrottlingBurstLimit"]! is > 0 and <= 1_000;

    // Who asks is known by an address, never by a name.
    private static bool IsALineOfJson(string format)
    {
        try
        {
            return JsonNode.Parse(format) is JsonObject line && line["requestId"]?.ToString() == "$context.requestId"
                && !format.Contains("claims", StringComparison.Ordinal) && !format.Contains("principalId", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
