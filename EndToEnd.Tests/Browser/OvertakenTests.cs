using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>What a reader sees of a glossary that was changed elsewhere since the page was opened.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class OvertakenTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task Edit_OfWhatWasChangedElsewhere_IsToldAndTheReaderDecides()
    {
        var (created, page) = await OpenOwnAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit the glossary" }).ClickAsync();

        await ChangeElsewhereAsync(created);
        await page.GetByLabel("Title").FillAsync("Changed here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Changed meanwhile");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Changed here" })).ToBeVisibleAsync();
        Assert.Equal("Changed here", (await lexicon.SignedIn.GetAsync(PathOf(created))).Text("title"));
    }

    [Fact]
    public async Task Edit_OfWhatWasChangedElsewhere_ShowsBothVersionsAndGivesBackWhatWasTyped()
    {
        var (created, page) = await OpenOwnAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit the glossary" }).ClickAsync();

        await ChangeElsewhereAsync(created);
        await page.GetByLabel("Title").FillAsync("Changed here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There nowChanged elsewhereYoursChanged here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is there now" }).ClickAsync();
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Changed elsewhere");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to what I typed" }).ClickAsync();

        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Changed here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Changed here" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Edit_GivenUpAfterSeeingWhatIsThereNow_LeavesThatOnThePage()
    {
        var (created, page) = await OpenOwnAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit the glossary" }).ClickAsync();

        await ChangeElsewhereAsync(created);
        await page.GetByLabel("Title").FillAsync("Changed here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is there now" }).ClickAsync();
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Changed elsewhere");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Changed elsewhere" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit the glossary" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task DeletionOfAGlossaryThatWasChangedElsewhere_ShowsWhatIsThereAndKeepsIt()
    {
        var (created, page) = await OpenOwnAsync();
        await ChangeElsewhereAsync(created);

        await DeleteGlossaryAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Changed elsewhere" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("Changed elsewhere", (await lexicon.SignedIn.GetAsync(PathOf(created))).Text("title"));
    }

    [Fact]
    public async Task DeletionOfAGlossaryThatWasChangedElsewhere_AndCannotBeReadAgain_SaysSo()
    {
        var (created, page) = await OpenOwnAsync();
        var complaints = PageErrors(page);
        await ChangeElsewhereAsync(created);
        await CutOffReadingAsync(page);

        await DeleteGlossaryAsync(page);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Lexicon does not answer");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task DeletionOfATermThatWasChangedElsewhere_ShowsItAndAsksAgain()
    {
        var (created, page) = await OpenOwnAsync("Kiwi");
        await ChangeTermElsewhereAsync(created);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Kiwi" }).ClickAsync();
        await Expect(page.GetByText("Rather a fruit.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it anyway" }).ClickAsync();

        await Expect(page.GetByText("No term yet.")).ToBeVisibleAsync();
        Assert.Equal(0, (int)(await lexicon.SignedIn.GetAsync(PathOf(created)))["termCount"]!);
    }

    [Fact]
    public async Task DeletionOfATermThatWasChangedElsewhere_AndCannotBeReadAgain_SaysSoAndCanBeTriedAgain()
    {
        var (created, page) = await OpenOwnAsync("Kiwi");
        var complaints = PageErrors(page);
        await ChangeTermElsewhereAsync(created);
        await CutOffReadingAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Kiwi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Lexicon does not answer");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete it anyway" })).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task EditOfATermThatWasChangedElsewhere_ReadsThatTermAloneAndShowsIt()
    {
        var (created, page) = await OpenOwnAsync("Kiwi");
        await ChangeTermElsewhereAsync(created);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Kiwi" }).ClickAsync();
        await page.GetByLabel("Definition").FillAsync("Changed here.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Changed meanwhile");

        // The comparison beside the message has read it, too.
        await Expect(page.GetByText("There now", new() { Exact = true })).ToBeVisibleAsync();
        var read = ReadsOf(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is there now" }).ClickAsync();

        await Expect(page.GetByLabel("Definition")).ToHaveValueAsync("Rather a fruit.");
        Assert.Matches($"^{PathOf(created)}/terms/[0-9A-Z]{{26}}$", Assert.Single(read));
    }

    [Fact]
    public async Task PageOfOneTerm_OfAPrivateGlossary_ReadsTheGlossaryAndThatTermAlone()
    {
        var (created, page) = await OpenOwnAsync("Kiwi");
        var read = ReadsOf(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Kiwi" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kiwi", Level = 1 })).ToBeVisibleAsync();
        Assert.Collection(
            read,
            glossary => Assert.Equal(PathOf(created), glossary),
            term => Assert.Matches($"^{PathOf(created)}/terms/[0-9A-Z]{{26}}$", term));
    }

    /// <summary>A glossary of the reader's, with a term if one is named, and the page on which they may change it.</summary>
    private async Task<(Answer Created, IPage Page)> OpenOwnAsync(string? term = null)
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync($"Overtaken {Guid.NewGuid():N}", "private");
        if (term is not null)
        {
            await lexicon.SignedIn.CreateTermAsync(created.Id, term);
        }

        var page = await OpenAsync(lexicon.Site);

        // It is not told of changes as they happen, as one that has lost its connection.
        await page.RouteAsync("**/live/tickets", route => route.AbortAsync());
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={created.Id}&mine");
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(term is null ? 0 : 1);
        return (created, page);
    }

    private Task<Answer> ChangeElsewhereAsync(Answer created) => lexicon.SignedIn.PutAsync(
        PathOf(created),
        new() { ["title"] = "Changed elsewhere", ["description"] = "", ["visibility"] = "private" },
        created.ETag);

    private async Task ChangeTermElsewhereAsync(Answer created)
    {
        var terms = await lexicon.SignedIn.GetAsync($"{PathOf(created)}/terms");
        var changed = terms["items"][0]!.DeepClone().AsObject();
        changed["definition"] = "Rather a fruit.";
        await lexicon.SignedIn.PutAsync($"{PathOf(created)}/terms/{changed["id"]}", changed, "*");
    }

    private static async Task DeleteGlossaryAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the glossary" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it", Exact = true }).ClickAsync();
    }

    /// <summary>From now on nothing is read any more; what is written still arrives.</summary>
    private static async Task CutOffReadingAsync(IPage page) => await page.RouteAsync(
        "**/api/**", route => route.Request.Method == "GET" ? route.AbortAsync() : route.ContinueAsync());

    /// <summary>What the page reads of the API from now on.</summary>
    private static List<string> ReadsOf(IPage page)
    {
        var reads = new List<string>();
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (request.Method == "GET" && address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal))
            {
                reads.Add(address.PathAndQuery);
            }
        };
        return reads;
    }

    private static string PathOf(Answer created) => $"/api/me/glossaries/{created.Id}";

    private static List<string> PageErrors(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        return errors;
    }
}
