using Lexicon.Infra.Tests.Monitoring;

namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>What the templates of a stage cost in a month in which nobody asks for anything.</summary>
internal static class IdleCosts
{
    /// <summary>How many of what is paid by the month, by its price.</summary>
    public static IReadOnlyDictionary<string, int> Of(SynthesizedStage stage) => stage.Templates
        .SelectMany(template => template.Resources).SelectMany(Paid).GroupBy(paid => paid.Price, paid => paid.Count)
        .ToDictionary(price => price.Key, price => price.Sum());

    public static decimal Total(SynthesizedStage stage) => Of(stage).Sum(paid => PriceList.Current.Of(paid.Key, paid.Value));

    private static IEnumerable<(string Price, int Count)> Paid(Resource resource)
    {
        if (!PriceList.Current.Idle.TryGetValue(resource.Type, out var price))
        {
            yield break;
        }

        // An alarm is paid for each metric that it looks at, a web ACL for each of its rules too.
        yield return (price, resource.Type == "AWS::CloudWatch::Alarm" ? AlarmRow.MetricsOf(resource).Count() : 1);

        if (resource["Rules"] is JsonArray rules && resource.Type == "AWS::WAFv2::WebACL")
        {
            yield return ("webAclRule", rules.Count);
        }
    }
}
