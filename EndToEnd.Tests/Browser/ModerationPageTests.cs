using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>A reader reports a term, a moderator hides it, and its owner reads why, each on the pages.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class ModerationPageTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task ReportedTerm_IsHiddenByAModerator_AndItsOwnerReadsWhy()
    {
        var name = $"Reported {Guid.NewGuid():N}";
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Reported in a browser");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, name);

        var reader = await OpenAsync(lexicon.Site, width: 390, height: 844);
        await reader.GotoAsync($"/glossary.html?id={glossary.Id}");
        await reader.GetByRole(AriaRole.Button, new() { Name = $"Report {name}" }).ClickAsync();
        await reader.GetByLabel("What is wrong?").SelectOptionAsync("offensive");
        await reader.GetByLabel("What should a moderator know?").FillAsync("It insults \"ants\".");
        await reader.GetByRole(AriaRole.Button, new() { Name = "Report it" }).ClickAsync();
        await Expect(reader.GetByText("A moderator will look at it.")).ToBeVisibleAsync();

        var moderator = await OpenAsync(lexicon.Site);
        await moderator.SignInAsync(lexicon.Moderator);
        await moderator.GetByRole(AriaRole.Link, new() { Name = "Moderation" }).ClickAsync();
        await UntilShownAsync(moderator, name);
        await moderator.GetByRole(AriaRole.Button, new() { Name = $"Hide {name}" }).ClickAsync();
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Hide it" }).ClickAsync();
        await Expect(moderator.GetByText("Give a reason.")).ToBeVisibleAsync();
        await moderator.GetByLabel("Why?").FillAsync("Be kind to ants.");
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Hide it" }).ClickAsync();
        await Expect(moderator.GetByText("is hidden.")).ToBeVisibleAsync();
        await Expect(moderator.GetByRole(AriaRole.Button, new() { Name = $"Hide {name}" })).ToHaveCountAsync(0);

        var owner = await OpenAsync(lexicon.Site);
        await owner.SignInAsync(lexicon.Reader);
        await owner.GotoAsync($"/glossary.html?id={glossary.Id}&mine=1");
        await Expect(owner.GetByText("Hidden by a moderator.")).ToBeVisibleAsync();
        await Expect(owner.GetByText("Be kind to ants.")).ToBeVisibleAsync();
        await Expect(owner.GetByRole(AriaRole.Link, new() { Name = "Moderation" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reader_WhoIsNoModerator_SeesNoReports()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync("/moderation.html");

        await Expect(page.GetByText("Only moderators see reports.")).ToBeVisibleAsync();
    }

    // It is filed some moments after it was made.
    private static async Task UntilShownAsync(IPage page, string name)
    {
        var report = page.GetByRole(AriaRole.Button, new() { Name = $"Hide {name}" });
        for (var attempt = 0; attempt < 30 && await report.CountAsync() == 0; attempt++)
        {
            await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        }

        await Expect(report).ToBeVisibleAsync();
    }
}
