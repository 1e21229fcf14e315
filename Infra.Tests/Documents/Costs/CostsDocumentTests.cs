namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>
/// <c>docs/costs.md</c> follows from the templates, from what was measured and from <c>docs/prices.json</c>;
/// <c>ACCEPT=1</c> rewrites it.
/// </summary>
[Trait("Kind", "Generated")]
public sealed class CostsDocumentTests
{
    private static readonly GeneratedFile Document = new("docs/costs.md");

    private static PriceList Prices => PriceList.Current;

    [Fact]
    public void Usage_IsWhatWasMeasured() => Document.Holds(
        "usage",
        "| operation | billed ms | GB-seconds | read units | write units | answer, bytes | logs, bytes |",
        PerOperation(costs =>
            $"{costs.Usage.BilledMilliseconds} | {Number(costs.GigabyteSeconds)} | {costs.Capacity.Read} | {costs.Capacity.Write} | " +
            $"{costs.Usage.ResponseBytes} | {costs.LogBytes}"));

    [Fact]
    public void Requests_CostWhatTheyUse() => Document.Holds(
        "requests",
        "| operation | Lambda | API Gateway | DynamoDB | CloudFront | logs and traces | together |",
        PerOperation(costs => string.Join(
            " | ",
            new[] { costs.Lambda, RequestCosts.Api, costs.Table, costs.Edge, costs.Logs, costs.Total }.Select(Dollars))));

    /// <summary>What <c>Site/scripts/followed-glossary.js</c> reads again, with a word that no cache has an answer for.</summary>
    [Fact]
    public void FollowedPages_CostTheReadsThatNoCacheAnswers() => Document.Holds(
        "followed",
        "| page | the glossary | its terms | together |",
        from page in ((string Of, string Glossary, string Terms)[])
        [
            ("anyone's", "GetGlossary", "ListTerms"),
            ("the owner's", "GetMyGlossary", "ListMyTerms"),
        ]
        let reads = new[] { CostsOf(page.Glossary), CostsOf(page.Terms) }
        select $"| {page.Of} | " + (reads is [{ } glossary, { } terms]
            ? $"{Dollars(glossary.Total)} | {Dollars(terms.Total)} | {Dollars(glossary.Total + terms.Total)} |"
            : "not measured yet | | |"));

    /// <summary>What a run asks of the table is as different as what it is for: docs/costs.md says it in words.</summary>
    [Fact]
    public void Runs_CostWhatTheyUse() => Document.Holds(
        "runs",
        "| function | billed ms | GB-seconds | logs, bytes | Lambda | logs | together |",
        from stack in (string[])["Events", "Live"]
        from function in Stages.Dev.Stack(stack).OfType("AWS::Lambda::Function")
        let costs = RunCosts.Of(function)
        select $"| {function.Text("Environment.Variables.OPERATION")} | " + (costs is null
            ? "not measured yet | | | | | |"
            : $"{costs.Usage.BilledMilliseconds} | {Number(costs.GigabyteSeconds)} | {costs.Usage.LogBytes} | "
                + $"{Dollars(costs.Lambda)} | {Dollars(costs.Logs)} | {Dollars(costs.Lambda + costs.Logs)} |"));

    [Fact]
    public void IdleMonth_CostsWhatTheTemplatesHold()
    {
        SynthesizedStage[] stages = [Stages.Dev, Stages.Prod, Stages.Full];
        var counts = stages.Select(IdleCosts.Of).ToList();
        var rows = Prices.Prices.Where(price => counts.Any(count => count.ContainsKey(price.Key))).Select(price =>
            $"| {price.Value.Unit.Split(',')[0]} | {Dollars(price.Value.Usd)} | " +
            string.Join(" | ", counts.Select(count => Cell(price.Key, count.GetValueOrDefault(price.Key)))) + " |");

        Document.Holds(
            "idle",
            "| what | each | dev | prod | prod with every option |",
            [.. rows, $"| together | | {string.Join(" | ", stages.Select(stage => $"**{Dollars(IdleCosts.Total(stage))}**"))} |"]);
    }

    [Fact]
    public void Metrics_CostOnlyInUse()
    {
        // The handlers count requests, latency, faults and cold starts of each operation and reaction.
        var metrics = 4 * (Routes.Handled.Count + Reactions.All.Count);

        Document.Holds(
            "metrics",
            "| while every operation is called | how many | a month |",
            [$"| metrics of the operations | {metrics} | {Dollars(Prices.Of("customMetric", metrics))} |"]);
    }

    [Fact]
    public void Prices_AreListedWithTheirPages() => Document.Holds(
        "prices",
        "| dollars | for | page |",
        Prices.Prices.Values.Select(price =>
            $"| {Plain(price.Usd)} | {(price.Per == 1 ? "" : $"{Number(price.Per)} ")}{price.Unit} | "
            + $"[{price.Page.Host}{price.Page.AbsolutePath}]({price.Page}) |"));

    [Fact]
    public void PricesThatWereNotFound_AreNamed() => Document.Holds(
        "not-found", "| not in these sums, since its price was not found |", Prices.NotFound.Select(what => $"| {what} |"));

    [Fact]
    public void Page_SaysWhenPricesWereRead() => Assert.Contains(
        $"read on {Prices.ReadOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} for {Prices.Region}",
        File.ReadAllText(Repository.File("docs", "costs.md")).ReplaceLineEndings(" "),
        StringComparison.Ordinal);

    [Fact]
    public void EveryResource_IsKnownToCostOrToBeFreeWhileIdle()
    {
        var unknown =
            from stage in (SynthesizedStage[])[Stages.Dev, Stages.Prod, Stages.Full]
            from template in stage.Templates
            from resource in template.Resources
            where !Prices.Idle.ContainsKey(resource.Type)
            where !Prices.FreeWhileIdle.Any(known => resource.Type.StartsWith(known, StringComparison.Ordinal))
            select resource.Type;

        // Say in docs/prices.json what a month of it costs.
        Assert.Empty(unknown.Distinct());
    }

    [Theory, InEveryVariant]
    public void Budget_IsNotSpentByAMonthInWhichNobodyComes(string stage)
    {
        var budget = Stages.Named(stage).Operations.Only("AWS::Budgets::Budget").Text("Budget.BudgetLimit.Amount");

        Assert.InRange(IdleCosts.Total(Stages.Named(stage)), 0, 0.8m * decimal.Parse(budget, CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> PerOperation(Func<RequestCosts, string> columns) =>
        from route in Routes.Handled
        let costs = CostsOf(route.Operation)
        select $"| {route.Operation} | {(costs is null ? "not measured yet | | | | |" : columns(costs))} |";

    private static RequestCosts? CostsOf(string operation) => RequestCosts.Of(Stages.Dev.Api.OfType("AWS::Lambda::Function")
        .Single(function => function.Text("Environment.Variables.OPERATION") == operation));

    private static string Cell(string price, int count) => count == 0 ? "" : $"{count} = {Dollars(Prices.Of(price, count))}";

    private static string Dollars(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Plain(decimal amount) => amount.ToString("0.00########", CultureInfo.InvariantCulture);

    private static string Number(decimal amount) => amount.ToString("#,0", CultureInfo.InvariantCulture);
}
