using System.Text.RegularExpressions;
using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>What a reader is told who fills in a form wrongly: beside the field, before anything is sent.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class FormTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task GlossaryWithoutATitle_IsNotSent_AndTheTitleIsMarkedAndFocused()
    {
        var page = await OpenNewGlossaryAsync();
        var sent = WritesOf(page);

        await page.GetByLabel("Title").FillAsync("   ");
        await CreateAsync(page);

        await ExpectRefusedAsync(page.GetByLabel("Title"), "Give the glossary a title.");
        await page.GetByLabel("Title").FillAsync("A title");
        await Expect(page.GetByText("Give the glossary a title.")).ToBeHiddenAsync();
        Assert.Empty(sent);
    }

    [Fact]
    public async Task GlossaryWithTooLongADescription_IsNotSent_AndNothingTypedIsCutOff()
    {
        var page = await OpenNewGlossaryAsync();
        var sent = WritesOf(page);

        await page.GetByLabel("Title").FillAsync("A title");
        await page.GetByLabel("Description").FillAsync(new string('x', 1_001));
        await CreateAsync(page);

        await ExpectRefusedAsync(page.GetByLabel("Description"), "Shorten it to 1,000 characters: it has 1,001.");
        await Expect(page.GetByLabel("Description")).ToHaveValueAsync(new string('x', 1_001));
        Assert.Empty(sent);
    }

    [Fact]
    public async Task TermWithTooLongAPronunciation_IsNotSent_AndThePronunciationIsMarked()
    {
        var page = await OpenNewTermAsync();
        var sent = WritesOf(page);

        await FillTermAsync(page);
        await page.GetByLabel("Pronunciation").FillAsync(new string('ə', 101));
        await CreateAsync(page);

        await ExpectRefusedAsync(page.GetByLabel("Pronunciation"), "Shorten it to 100 characters: it has 101.");
        Assert.Empty(sent);
    }

    [Fact]
    public async Task EmptyTerm_IsNotSent_AndEveryFieldThatIsMissingIsMarked()
    {
        var page = await OpenNewTermAsync();
        var sent = WritesOf(page);

        await CreateAsync(page);

        await ExpectRefusedAsync(page.GetByLabel("Term", new() { Exact = true }), "Give the term its name.");
        await Expect(page.GetByLabel("Definition")).ToHaveAccessibleDescriptionAsync(
            "One or two sentences, in your own words. Say what the term means.");
        Assert.Empty(sent);
    }

    [Theory]
    [InlineData("a,b,c,d,e,f,g,h,i,j,k", "A term has at most 10 tags: these are 11.")]
    [InlineData(
        "a,12345678901234567890123456789012345678901",
        "A tag has at most 40 characters: “12345678901234567890123456789012345678901” has 41.")]
    public async Task TermWithTooManyOrTooLongTags_IsNotSent_AndTheTagsAreMarked(string tags, string told)
    {
        var page = await OpenNewTermAsync();
        var sent = WritesOf(page);

        await FillTermAsync(page);
        await page.GetByLabel("Tags").FillAsync(tags);
        await CreateAsync(page);

        await ExpectRefusedAsync(page.GetByLabel("Tags"), told);
        Assert.Empty(sent);
    }

    [Theory]
    [InlineData("Kiwis", "", "Give its address, or remove the reference.")]
    [InlineData("Kiwis", "kiwis", "Give a whole address that begins with https:// or http://.")]
    [InlineData("Kiwis", "javascript:alert(1)", "Give a whole address that begins with https:// or http://.")]
    public async Task TermWithAReferenceThatLeadsNowhere_IsNotSent_AndItsAddressIsMarked(string title, string url, string told)
    {
        var page = await OpenNewTermAsync();
        var sent = WritesOf(page);

        await FillTermAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a reference" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Address").FillAsync(url);
        await CreateAsync(page);

        await ExpectRefusedAsync(page.GetByLabel("Address"), told);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task TermWithATenthTagAndAnUntitledReference_IsCreated()
    {
        var page = await OpenNewTermAsync();

        await FillTermAsync(page);
        await page.GetByLabel("Tags").FillAsync("a, b, c, d, e, f, g, h, i, j, j,");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a reference" }).ClickAsync();
        await page.GetByLabel("Address").FillAsync("https://example.com/kiwis");
        await CreateAsync(page);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "https://example.com/kiwis" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task RefusalThatPointsAtNoField_IsShownInItsOwnWords()
    {
        var page = await OpenNewGlossaryAsync();
        await page.RouteAsync("**/api/me/glossaries", route => route.FulfillAsync(new()
        {
            Status = 400,
            ContentType = "application/problem+json",
            Body = """
                {"title":"Bad request","status":400,"detail":"Invalid request body",
                 "errors":[{"pointer":"","detail":"[object has missing required properties ([\"title\"])]"}]}
                """,
        }));

        await page.GetByLabel("Title").FillAsync("A title");
        await CreateAsync(page);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            "Invalid request body. [object has missing required properties ([\"title\"])].");
    }

    private async Task<IPage> OpenNewGlossaryAsync()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync("/mine.html");
        await page.GetByRole(AriaRole.Button, new() { Name = "New glossary" }).ClickAsync();
        return page;
    }

    private async Task<IPage> OpenNewTermAsync()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync($"Filled in {Guid.NewGuid():N}", "private");
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={created.Id}&mine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        return page;
    }

    private static async Task FillTermAsync(IPage page)
    {
        await page.GetByLabel("Term", new() { Exact = true }).FillAsync("Kiwi");
        await page.GetByLabel("Definition").FillAsync("A bird.");
    }

    private static Task CreateAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();

    private static async Task ExpectRefusedAsync(ILocator field, string told)
    {
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex($"{Regex.Escape(told)}$"));
        Assert.Equal(told, await field.EvaluateAsync<string>("field => field.validationMessage"));
    }

    /// <summary>What the page writes from now on.</summary>
    // A ticket for live updates saves nothing.
    private static List<string> WritesOf(IPage page)
    {
        var writes = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method != "GET" && !request.Url.EndsWith("/live/tickets", StringComparison.Ordinal))
            {
                writes.Add($"{request.Method} {request.Url}");
            }
        };
        return writes;
    }
}
