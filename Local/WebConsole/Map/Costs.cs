using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;
using Lexicon.Local.Traces;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>What AWS would ask for what this run has used of a place.</summary>
internal sealed class Costs(ITraces traces, IFunctionsView functions, Prices prices)
{
    /// <summary>The costs of a place.</summary>
    /// <returns>
    /// <c>{"source", "used": [{"count", "unit", "usd", "page"}], "usd", "month"?: {"usd", "unit", "page"}}</c>; <c>month</c> is asked for
    /// while nothing is done.
    /// </returns>
    public JsonObject Of(Place place)
    {
        var used = Used(place).Where(one => one.Count > 0).Select(Describe).ToList();
        JsonObject costs = new()
        {
            ["source"] = prices.Source,
            ["used"] = new JsonArray([.. used]),
            ["usd"] = used.Sum(one => (double)one["usd"]!),
        };
        if (prices.OfAMonth(place.Type) is { } name)
        {
            var (dollars, unit, page) = prices.Of(name);
            costs["month"] = new JsonObject { ["usd"] = dollars, ["unit"] = unit, ["page"] = page };
        }

        return costs;
    }

    private IEnumerable<(double Count, string Price)> Used(Place place)
    {
        var name = place.Node.Provisioned?.Ref ?? "";
        return place.Type switch
        {
            "AWS::Lambda::Function" => OfFunction(name, IsArm(place)),
            "AWS::ApiGateway::RestApi" => Counted(name, ("requests", 1, "apiRequest")),
            "AWS::CloudFront::Distribution" => Counted(
                name, ("requests", 1, "edgeRequest"), ("bytes", 1e-9, "edgeTransfer"), ("functions", 1, "edgeFunction")),
            "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable" => Counted(name, ("read", 1, "tableRead"), ("write", 1, "tableWrite")),
            "AWS::SNS::Topic" => Counted(place.Arn ?? "", ("requests", 1, "topicRequest")),
            "AWS::SQS::Queue" => Counted(place.Arn ?? "", ("requests", 1, "queueRequest")),
            _ => [],
        };
    }

    private IEnumerable<(double Count, string Price)> OfFunction(string name, bool isArm)
    {
        var usage = functions.UsageOf(name);
        return
        [
            (usage.Invocations, "lambdaRequest"),
            (usage.GigabyteSeconds, isArm ? "lambdaGigabyteSecondArm" : "lambdaGigabyteSecondX86"),
        ];
    }

    private static bool IsArm(Place place) =>
        place.Node.Resource?.Properties["Architectures"] is JsonArray architectures && architectures.Any(one => $"{one}" == "arm64");

    private IEnumerable<(double Count, string Price)> Counted(string name, params (string What, double Factor, string Price)[] measures)
    {
        var counts = traces.UsageOf(name);
        return measures.Select(one => (counts.GetValueOrDefault(one.What) * one.Factor, one.Price));
    }

    private JsonNode Describe((double Count, string Price) used)
    {
        var (dollars, unit, page) = prices.Of(used.Price);
        return new JsonObject { ["count"] = used.Count, ["unit"] = unit, ["usd"] = used.Count * dollars, ["page"] = page };
    }
}
