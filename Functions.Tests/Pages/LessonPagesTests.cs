namespace Lexicon.Functions.Tests.Pages;

public sealed class LessonPagesTests
{
    public static TheoryData<string> Names() => new(LessonPages.Names.Append(LessonPages.List));

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "Generated")]
    public void PageOfTheSite_SaysWhatTheDocumentSays(string name) =>
        new GeneratedFile($"Site/{LessonPages.FileOf(name)}").Is(LessonPages.Generate(name));

    [Fact]
    public void EveryLesson_IsListed() => Assert.Equal(
        LessonPages.Names.Append(LessonPages.List).Select(name => $"{name}.md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Repository.File("docs", "lessons")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPage_IsOfALesson() => Assert.Equal(
        LessonPages.Names.Select(LessonPages.FileOf).Order(StringComparer.Ordinal),
        Directory.GetFiles(Repository.File("Site"), "lesson-*.html").Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
