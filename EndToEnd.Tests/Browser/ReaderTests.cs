using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>What a reader does in a browser, by the names that a screen reader would read.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class ReaderTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task Newcomer_BrowsesToTheSampleGlossaryAndSearchesIt()
    {
        var page = await OpenAsync(lexicon.Site);
        var complaints = Complaints(page);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Link, new() { Name = "AWS: API, Dynamo and Lambda" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "AWS: API, Dynamo and Lambda" })).ToBeVisibleAsync();
        await page.GetByLabel("Search the terms").FillAsync("START cold");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cold start" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Presigned URL" })).ToHaveCountAsync(0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Reader_SignsInWritesAndFindsItAgain()
    {
        var page = await OpenAsync(lexicon.Site);
        var complaints = Complaints(page);
        var title = $"Written in a browser {Guid.NewGuid():N}";
        await page.SignInAsync(lexicon.Reader);

        await page.GotoAsync("/mine.html");
        await page.GetByRole(AriaRole.Button, new() { Name = "New glossary" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        await page.GetByLabel("Term", new() { Exact = true }).FillAsync("Idempotent <b>write</b>");
        await page.GetByLabel("Definition").FillAsync("Once or twice, the same.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(page.GetByText("Once or twice, the same.")).ToBeVisibleAsync();
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Idempotent <b>write</b>" })).ToBeVisibleAsync();
        await page.GotoAsync("/mine.html");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Reader_DeletesATermAndTakesItBack()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync($"Undone {Guid.NewGuid():N}", "private");
        await lexicon.SignedIn.CreateTermAsync(created.Id, "Boomerang");
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={created.Id}&mine");

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Boomerang" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Boomerang" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Boomerang" })).ToBeVisibleAsync();
        Assert.Equal(1, (int)(await lexicon.SignedIn.GetAsync($"/api/me/glossaries/{created.Id}"))["termCount"]!);
    }

    [Fact]
    public async Task Reader_SaysHowATermIsPronounced_AndSeesItBesideItsName_AfterUndoToo()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync($"Pronounced {Guid.NewGuid():N}", "private");
        await lexicon.SignedIn.CreateTermAsync(created.Id, "Lexicon");
        var page = await OpenAsync(lexicon.Site, width: 390, height: 844);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={created.Id}&mine");
        var term = page.GetByRole(AriaRole.Article);

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Lexicon" }).ClickAsync();
        await page.GetByLabel("Pronunciation").FillAsync("/ˈlɛksɪkən/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(term.GetByText("/ˈlɛksɪkən/", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Lexicon" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Expect(term.GetByText("/ˈlɛksɪkən/", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Lexicon" }).ClickAsync();
        await page.GetByLabel("Pronunciation").FillAsync(new string('ə', 100));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await term.GetByRole(AriaRole.Link, new() { Name = "Lexicon" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lexicon", Level = 1, Exact = true })).ToBeVisibleAsync();
        await Expect(term.GetByText(new string('ə', 100))).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Reader_OnAPhone_SeesNoSidewaysScrolling()
    {
        var page = await OpenAsync(lexicon.Site, width: 390, height: 844);
        foreach (var address in new[] { "/", "/mine.html", "/glossary.html?id=01ARZ3NDEKTSV4RRFFQ69G5FAV" })
        {
            await page.GotoAsync(address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
        }
    }

    [Fact]
    public async Task Reader_WhoIsOffline_IsToldSo()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await page.RouteAsync("**/api/**", route => route.AbortAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "AWS: API, Dynamo and Lambda" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Lexicon does not answer");
    }

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        return complaints;
    }
}
