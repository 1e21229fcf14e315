using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>What becomes of what was typed and not saved.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class UnsavedTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LeavingAForm_AsksBeforeItDiscardsWhatWasTyped(bool byEscape)
    {
        var page = await OpenNewTermAsync();
        await Definition(page).FillAsync("A bird.");

        await LeaveAsync(page, byEscape);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(Definition(page)).ToHaveValueAsync("A bird.");
        await LeaveAsync(page, byEscape);
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add a term" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        await Expect(Definition(page)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task LeavingAFormInWhichNothingWasTyped_AsksNothing()
    {
        var page = await OpenNewTermAsync();

        await LeaveAsync(page, byEscape: true);

        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task EscapeAgainAndAgain_LosesNothingThatWasTyped()
    {
        var page = await OpenNewTermAsync();
        await Definition(page).FillAsync("A bird.");

        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.PressAsync("Escape");
        }

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).WaitForAsync();
        await Expect(Definition(page)).ToHaveValueAsync("A bird.");
    }

    [Fact]
    public async Task LoadingThePageAgain_LosesNothingThatWasTyped_AndKeepsNothingThatWasDiscarded()
    {
        var page = await OpenNewTermAsync();
        await Definition(page).FillAsync("A bird.");

        await page.ReloadAsync();
        await Expect(Definition(page)).ToHaveValueAsync("A bird.");
        await LeaveAsync(page, byEscape: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        await page.ReloadAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        await Expect(Definition(page)).ToHaveValueAsync("");
    }

    private async Task<IPage> OpenNewTermAsync()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync($"Unsaved {Guid.NewGuid():N}", "private");
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={created.Id}&mine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        return page;
    }

    private static ILocator Definition(IPage page) => page.GetByLabel("Definition");

    private static Task LeaveAsync(IPage page, bool byEscape) => byEscape
        ? page.Keyboard.PressAsync("Escape")
        : page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
}
