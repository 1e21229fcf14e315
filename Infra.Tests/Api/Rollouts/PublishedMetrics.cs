using Lexicon.Functions.Domain;
using Lexicon.Functions.Logging;

namespace Lexicon.Infra.Tests.Api.Rollouts;

/// <summary>
/// What is counted of one invocation, as Lambda and the handler's log publish it: a line for each metric with its dimensions by name.
/// </summary>
internal static class PublishedMetrics
{
    /// <summary>The metrics that count the failure.</summary>
    /// <param name="how">How the invocation failed.</param>
    /// <param name="function">The function.</param>
    /// <param name="variables">The variables that it has.</param>
    /// <param name="version">The version that ran.</param>
    /// <param name="isWeighted">Whether the alias had two versions at the time: only then is the executed version a dimension.</param>
    public static IEnumerable<string> Of(Failure how, string function, JsonNode variables, string version, bool isWeighted) => how switch
    {
        Failure.Crash => OfLambda(function, version, isWeighted).Select(dimensions => Line("AWS/Lambda", "Errors", dimensions)),
        Failure.Fault => OfLog(variables, version),
        _ => [],
    };

    /// <summary>A metric as a line.</summary>
    public static string Line(string metricNamespace, string name, IEnumerable<(string Name, string Value)> dimensions) => string.Join(
        ' ',
        [
            metricNamespace, name,
            .. dimensions.OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}"),
        ]);

    // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
    private static IEnumerable<(string Name, string Value)[]> OfLambda(string function, string version, bool isWeighted)
    {
        var (name, resource) = (("FunctionName", function), ("Resource", $"{function}:live"));
        return isWeighted
            ? [[], [name], [name, resource], [name, resource, ("ExecutedVersion", version)]]
            : [[], [name], [name, resource]];
    }

    private static IEnumerable<string> OfLog(JsonNode variables, string version)
    {
        using var output = new MemoryStream();
        var settings = LogSettings.FromEnvironment(name => name == "AWS_LAMBDA_FUNCTION_VERSION" ? version : (string?)variables[name]);
        new Log(settings, output, TimeProvider.System, () => 1).Request(new RequestEntry
        {
            Operation = (string)variables["OPERATION"]!,
            RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
            Status = 500,
            IsColdStart = false,
            Duration = TimeSpan.FromMilliseconds(4),
            Usage = new Usage(),
        });
        var line = JsonNode.Parse(output.ToArray())!;
        return
        [
            .. from directive in line["_aws"]!["CloudWatchMetrics"]!.AsArray()
               from dimensions in directive["Dimensions"]!.AsArray()
               from metric in directive["Metrics"]!.AsArray()
               where (double)line[(string)metric!["Name"]!]! > 0
               select Line(
                   (string)directive["Namespace"]!,
                   (string)metric["Name"]!,
                   dimensions!.AsArray().Select(name => ((string)name!, (string)line[(string)name!]!))),
        ];
    }
}
