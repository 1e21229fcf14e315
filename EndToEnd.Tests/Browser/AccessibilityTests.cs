using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>
/// Each page, light and dark, on a phone and on a desktop, has nothing that axe-core (https://github.com/dequelabs/axe-core) objects to.
/// </summary>
[Collection(BrowsedLexicon.Name)]
public sealed class AccessibilityTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    public static TheoryData<string> Pages() =>
        new(Directory.EnumerateFiles(Repository.File("Site"), "*.html").Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ThatIsOpenedWithoutSigningIn_HasNoViolation(string name)
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync($"/{name}");

        await ExpectNoViolationAsync(page, $"anyone-{name}");
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("mine.html")]
    public async Task Page_WithCards_HasNoViolation(string name)
    {
        var page = await SignedInAsync();
        await lexicon.SignedIn.CreateGlossaryAsync("A glossary to look at");
        await page.GotoAsync($"/{name}");
        await Expect(page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();

        await ExpectNoViolationAsync(page, $"reader-{name}");
    }

    [Fact]
    public async Task OwnGlossary_WithATerm_AndWithAnOpenForm_HasNoViolation()
    {
        var (page, address) = await OwnGlossaryAsync();
        await page.GotoAsync($"/glossary.html?{address}");
        await Expect(page.GetByText("What Cold start means.")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(page, "own-glossary");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ExpectNoViolationAsync(page, "own-glossary-form");
    }

    [Fact]
    public async Task Reference_WithAnOpenOperation_HasNoViolation()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/reference.html#CreateTerm");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Try it" })).ToBeVisibleAsync();

        await ExpectNoViolationAsync(page, "reference-open");
    }

    [Fact]
    public async Task Moderation_WithAReport_AndEachDialog_HasNoViolation()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("A glossary to report");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Reported", idempotencyKey: null, "lambda");
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Moderator);
        await page.GotoAsync($"/glossary.html?id={glossary.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report Reported" }).ClickAsync();
        await ExpectNoViolationAsync(page, "report-dialog");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report it" }).ClickAsync();
        await Expect(page.GetByText("A moderator will look at it.")).ToBeVisibleAsync();

        var hide = page.GetByRole(AriaRole.Button, new() { Name = "Hide Reported" }).First;
        for (var attempt = 0; attempt < 30 && await hide.CountAsync() == 0; attempt++)
        {
            await page.GotoAsync("/moderation.html", new() { WaitUntil = WaitUntilState.NetworkIdle });
        }

        await ExpectNoViolationAsync(page, "moderation-reports");
        await hide.ClickAsync();
        await ExpectNoViolationAsync(page, "moderation-dialog");
    }

    [Fact]
    public async Task Study_OnBothSidesOfACard_AndAtTheEnd_HasNoViolation()
    {
        var (page, address) = await OwnGlossaryAsync();
        await page.GotoAsync($"/study.html?{address}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cold start" })).ToBeVisibleAsync();
        await ExpectNoViolationAsync(page, "study-front");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it means" }).ClickAsync();
        await ExpectNoViolationAsync(page, "study-back");

        await page.GetByRole(AriaRole.Button, new() { Name = "With trouble" }).ClickAsync();
        await Expect(page.GetByText("1 term studied.")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(page, "study-end");
    }

    private async Task<(IPage Page, string Address)> OwnGlossaryAsync()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("A glossary to look at", "private");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Cold start", idempotencyKey: null, "lambda", "latency");
        return (await SignedInAsync(), $"id={glossary.Id}&mine=1");
    }

    private async Task<IPage> SignedInAsync()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        return page;
    }

    private static async Task ExpectNoViolationAsync(IPage page, string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Accessibility.ExpectNoViolationAsync(page, name);
    }
}
