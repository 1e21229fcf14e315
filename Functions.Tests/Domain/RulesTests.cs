using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

public sealed class RulesTests
{
    [Fact]
    public void Term_AtEveryLimit_IsTaken_AndTrimmed()
    {
        var reference = new ReferenceBody(
            new('t', Limits.ReferenceTitle), "https://a.example/".PadRight(Limits.ReferenceUrl, 'u'));
        var request = new TermRequest(
            $"  {new string('n', Limits.TermName - 3)} ",
            new('d', Limits.Definition),
            [.. Enumerable.Repeat(reference, Limits.References)],
            [.. Enumerable.Range(0, Limits.Tags).Select(number => $"{number}".PadRight(Limits.Tag, 't'))]);

        Assert.Empty(ErrorsOf(TermDraft.From(request)));
        Assert.Equal(Limits.TermName - 3, Value(TermDraft.From(request)).Name.Length);
    }

    [Fact]
    public void Term_BeyondEveryLimit_IsRefusedMemberByMember()
    {
        var request = new TermRequest(
            new('n', Limits.TermName + 1),
            "control \u0007 character",
            [null, new("", "ftp://a.example/"), new("t", "/relative"), new("t", "https://user@a.example/")],
            ["", new('t', Limits.Tag + 1), "a\nb", null]);

        Assert.Equal(
            [
                "/term", "/definition", "/references/0/title", "/references/0/url", "/references/1/title", "/references/1/url",
                "/references/2/url", "/references/3/url", "/tags/0", "/tags/1", "/tags/2", "/tags/3",
            ],
            ErrorsOf(TermDraft.From(request)));
    }

    [Theory]
    [InlineData(" /ˈlɛksɪkən/ ", "/ˈlɛksɪkən/")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Pronunciation_IsOneLineOrAbsent(string? text, string? taken) =>
        Assert.Equal(taken, Value(TermDraft.From(new("n", "d", Pronunciation: text))).Pronunciation);

    [Fact]
    public void Pronunciation_OfTwoLinesOrTooLong_IsRefused()
    {
        Assert.Equal(["/pronunciation"], ErrorsOf(TermDraft.From(new("n", "d", Pronunciation: "a\nb"))));
        Assert.Equal(["/pronunciation"], ErrorsOf(TermDraft.From(new("n", "d", Pronunciation: new('p', Limits.Pronunciation + 1)))));
    }

    [Fact]
    public void Spaces_CountTowardsTheLength()
    {
        Assert.Equal(["/title"], ErrorsOf(GlossaryDraft.From(new($" {new string('n', Limits.GlossaryTitle)}"))));
        Assert.Equal(["/description"], ErrorsOf(GlossaryDraft.From(new("t", new string(' ', Limits.GlossaryDescription + 1)))));
    }

    [Fact]
    public void Term_WithTooManyItems_IsRefused()
    {
        var request = new TermRequest(
            "n",
            "d",
            [.. Enumerable.Repeat(new ReferenceBody("t", "https://a.example/"), Limits.References + 1)],
            [.. Enumerable.Range(0, Limits.Tags + 1).Select(number => $"{number}")]);

        Assert.Equal(["/references", "/tags"], ErrorsOf(TermDraft.From(request)));
    }

    [Fact]
    public void Tags_AlikeButForCase_AreOne() =>
        Assert.Equal(
            ["Compute", "Edge"],
            Value(TermDraft.From(new("n", "d", Tags: ["Compute", "COMPUTE", "Edge", " compute "]))).Tags);

    [Fact]
    public void Definition_MayHaveSeveralLines_TheNameMayNot()
    {
        Assert.Empty(ErrorsOf(TermDraft.From(new("n", "one\r\n\ttwo"))));
        Assert.Equal(["/term"], ErrorsOf(TermDraft.From(new("one\ntwo", "d"))));
    }

    [Fact]
    public void Glossary_WithoutDescriptionAndVisibility_IsPrivate() =>
        Assert.Equal(new GlossaryDraft("t", "", Visibility.Private), Value(GlossaryDraft.From(new("t"))));

    [Theory]
    [InlineData(null, "/title")]
    [InlineData("   ", "/title")]
    public void Glossary_WithoutATitle_IsRefused(string? title, string member) =>
        Assert.Equal([member], ErrorsOf(GlossaryDraft.From(new(title))));

    [Fact]
    public void Glossary_WithHalfASurrogatePairInItsTitle_IsRefused() =>
        Assert.Equal(["/title"], ErrorsOf(GlossaryDraft.From(new("half \uD83D a pair"))));

    [Fact]
    public void Glossary_OfAnotherVisibility_IsRefused() =>
        Assert.Equal(["/visibility"], ErrorsOf(GlossaryDraft.From(new("t", null, "PUBLIC"))));

    private static IEnumerable<string> ErrorsOf<T>(Result<T> result) =>
        result.Match(_ => [], failure => failure.Errors!.Select(error => error.Member));

    private static T Value<T>(Result<T> result) =>
        result.Match(value => value, failure => throw new InvalidOperationException(failure.Detail));
}
