using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>A reader who studies a glossary, card by card.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class StudyPageTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task Reader_StudiesAGlossaryByKeyboardAlone_AndIsToldWhenEachTermComesAgain()
    {
        var (glossary, page) = await OpenAsync("Aardvark", "Badger");
        await page.GotoAsync($"/glossary.html?id={glossary}&mine=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Study this glossary" }).ClickAsync();

        await Expect(Heading(page, "Aardvark")).ToBeVisibleAsync();
        await Expect(page.GetByText("What Aardvark means.")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("What Aardvark means.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("4");

        await Expect(page.GetByText("Aardvark comes again tomorrow")).ToBeVisibleAsync();
        await Expect(Heading(page, "Badger")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync(" ");
        await page.Keyboard.PressAsync("1");

        await Expect(page.GetByText("it was not known, so it starts again")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 terms studied. Nothing more is due now.")).ToBeVisibleAsync();
        Assert.Empty(await DueAsync(glossary));
    }

    [Fact]
    public async Task Reader_WhoGoesOffline_StudiesOn_AndEachAnswerIsCountedOnce_AfterAReloadToo()
    {
        var (glossary, page) = await OpenAsync("Aardvark", "Badger");
        await page.GotoAsync($"/study.html?id={glossary}&mine=1");
        await Expect(Heading(page, "Aardvark")).ToBeVisibleAsync();

        // The first answer reaches the API and its response is lost; the second does not reach it.
        var sent = 0;
        await page.RouteAsync("**/api/me/study/reviews", async route =>
        {
            if (++sent == 1)
            {
                await route.FetchAsync();
            }

            await route.AbortAsync();
        });
        await KnowAtOnceAsync(page);
        await Expect(Heading(page, "Badger")).ToBeVisibleAsync();
        await KnowAtOnceAsync(page);
        await Expect(page.GetByText("2 answers kept in this browser")).ToBeVisibleAsync();

        await page.UnrouteAllAsync();
        await page.ReloadAsync();

        await Expect(page.GetByText("Nothing is due now.")).ToBeVisibleAsync();
        await Expect(page.GetByText("kept in this browser")).ToHaveCountAsync(0);
        Assert.Empty(await DueAsync(glossary));
        var again = await Task.WhenAll((await TermsAsync(glossary)).Select(term => ReviewAgainAsync(glossary, term)));
        Assert.Equal([2, 2], again);
    }

    [Fact]
    public async Task Answer_OfATermThatWasDeletedMeanwhile_IsSaidNotToCount_AndTheNextCardComes()
    {
        var (glossary, page) = await OpenAsync("Aardvark", "Badger");
        await page.GotoAsync($"/study.html?id={glossary}&mine=1");
        await Expect(Heading(page, "Aardvark")).ToBeVisibleAsync();
        await lexicon.SignedIn.DeleteAsync($"/api/me/glossaries/{glossary}/terms/{(await TermsAsync(glossary))[0]}", "*");

        await KnowAtOnceAsync(page);

        await Expect(page.GetByText("An answer was not counted.")).ToBeVisibleAsync();
        await Expect(Heading(page, "Badger")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reader_WhoIsNotSignedIn_IsAskedTo()
    {
        var page = await OpenAsync(lexicon.Site, width: 390, height: 844);
        await page.GotoAsync("/study.html");

        await Expect(page.GetByText("Sign in to study")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private async Task<(string Glossary, IPage Page)> OpenAsync(params string[] terms)
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Studied in a browser {Guid.NewGuid():N}", "private");
        foreach (var term in terms)
        {
            await lexicon.SignedIn.CreateTermAsync(glossary.Id, term);
        }

        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        return (glossary.Id, page);
    }

    private static async Task KnowAtOnceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it means" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "At once" }).ClickAsync();
    }

    private static ILocator Heading(IPage page, string name) =>
        page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 2, Exact = true });

    private async Task<IReadOnlyList<string>> TermsAsync(string glossary) =>
        [.. (await lexicon.SignedIn.ListAsync($"/api/me/glossaries/{glossary}/terms", 10)).Select(term => (string)term["id"]!)];

    private async Task<IReadOnlyList<string>> DueAsync(string glossary)
    {
        var due = await lexicon.SignedIn.GetAsync($"/api/me/study?glossaryId={glossary}");
        return [.. due["items"].AsArray().Select(item => (string)item!["term"]!["id"]!)];
    }

    // The version of a review counts how often the term was reviewed.
    private async Task<int> ReviewAgainAsync(string glossary, string term)
    {
        var review = await lexicon.SignedIn.PostAsync(
            "/api/me/study/reviews",
            new() { ["glossaryId"] = glossary, ["termId"] = term, ["quality"] = 5 },
            Guid.NewGuid().ToString());
        return (int)review["version"]!;
    }
}
