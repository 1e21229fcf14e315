using Lexicon.Benchmarks;

var options = Options.Parse(args);
using var workshop = new Workshop(options);

List<Section> sections = [];
foreach (var chapter in Chapters.All.Where(chapter => options.Asks(chapter.Name)))
{
    Console.WriteLine($"== {chapter.Title}");
    var section = await chapter.MeasureAsync(workshop);
    Console.WriteLine(section);
    sections.Add(section);
}

Page.Update(options, workshop, sections);
return options.Checks && sections.SelectMany(section => section.Budgets).Any(budget => !budget.IsMet) ? 1 : 0;
