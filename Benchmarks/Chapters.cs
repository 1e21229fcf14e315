using Lexicon.Benchmarks.Measurements;
using Lexicon.Benchmarks.Profile;

namespace Lexicon.Benchmarks;

/// <summary>Everything that is measured, in the order of the page.</summary>
internal static class Chapters
{
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("noop", "A no-op that reads a whole REST event", NoopChapter.MeasureAsync),
        new("dynamodb", "A put and a get in the first request", PutAndGetChapter.MeasureAsync),
        new("profile", "Where the time of a first put and get goes", ProfileChapter.MeasureAsync),
        new("levers", "What each lever brings", LeversChapter.MeasureAsync),
        new("synthesis", "Synthesis of all stacks of both stages", SynthesisChapter.MeasureAsync),
    ];

    public static Chapter Named(string name) =>
        All.FirstOrDefault(chapter => chapter.Name == name)
        ?? throw new ArgumentException($"There is no chapter {name}; there are {string.Join(", ", All.Select(chapter => chapter.Name))}.");
}
