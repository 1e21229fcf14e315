using Amazon.CDK.AWS.APIGateway;
using Lexicon.Functions;

namespace Lexicon.Infra.Api;

/// <summary>
/// How many requests the stage takes, all readers together: what a runaway client can cost is bounded by it. See
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html.
/// </summary>
internal static class Throttles
{
    /// <summary>Requests a second of each method.</summary>
    public const double Rate = 500;

    /// <summary>Requests at once of each method.</summary>
    public const double Burst = 1_000;

    /// <summary>Requests a second of each method that writes.</summary>
    public const double WriteRate = 50;

    /// <summary>Requests at once of each method that writes.</summary>
    public const double WriteBurst = 100;

    /// <summary>
    /// Reports a second: anyone may report, a person reads each, and the limits of SNS and of the queue are far away.
    /// </summary>
    public const double ReportRate = 10;

    /// <summary>Reports at once.</summary>
    public const double ReportBurst = 50;

    /// <summary>The settings of the methods that write, by path and method.</summary>
    public static Dictionary<string, IMethodDeploymentOptions> OfWrites(
        IReadOnlyList<Route> routes, Func<double, double, MethodDeploymentOptions> settings) =>
        routes
            .Where(route => route.Method is not "GET")
            .ToDictionary(
                route => $"{route.Path}/{route.Method}",
                IMethodDeploymentOptions (route) =>
                    route.HasFunction ? settings(WriteRate, WriteBurst) : settings(ReportRate, ReportBurst));
}
