using Lexicon.Benchmarks;

var options = Options.Parse(args);
using var output = new BuildOutput(options);

List<ResultTable> results = [];
foreach (var benchmark in Benchmark.All.Where(benchmark => options.Asks(benchmark.Name)))
{
    Console.WriteLine($"== {benchmark.Title}");
    var result = await benchmark.MeasureAsync(output);
    Console.WriteLine(result);
    results.Add(result);
}

PerformancePage.Update(options, output, results);
return options.Checks && results.SelectMany(result => result.Budgets).Any(budget => !budget.IsMet) ? 1 : 0;
