using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>A reader with several tabs is one reader.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class TabsTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task NewTab_OfAReaderWhoIsSignedIn_IsSignedInToo()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/mine.html");

        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "New glossary" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignOutInOneTab_IsASignOutInTheOthers()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/mine.html");
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "New glossary" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(other.GetByText("Sign in to see your glossaries")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignOutInOneTab_LeavesWhatIsBeingTypedInAnother()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/mine.html");
        await other.GetByRole(AriaRole.Button, new() { Name = "New glossary" }).ClickAsync();
        await other.GetByLabel("Title").FillAsync("Half a thought");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(other.GetByText("You signed out in another tab.")).ToBeVisibleAsync();
        await Expect(other.GetByLabel("Title")).ToHaveValueAsync("Half a thought");
    }
}
