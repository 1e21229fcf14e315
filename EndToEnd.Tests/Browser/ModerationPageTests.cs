using System.Net;
using System.Text.RegularExpressions;
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
    public async Task HiddenTerm_IsShownAgainByAModerator_AndEverybodyReadsIt()
    {
        var name = $"Mended {Guid.NewGuid():N}";
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Hidden in a browser");
        var term = await lexicon.SignedIn.CreateTermAsync(glossary.Id, name);
        var path = $"/api/glossaries/{glossary.Id}/terms/{term.Id}";
        var client = await ModerationClient.OfAsync(lexicon.Site, await lexicon.ModeratorTokenAsync());
        await lexicon.Anonymous.PostAsync($"{path}/reports", new() { ["reason"] = "wrong" });
        var report = await client.UntilFiledAsync(term.Id);
        await client.DecideAsync((string)report["id"]!, "hide", "By mistake.");

        var moderator = await OpenAsync(lexicon.Site, width: 390, height: 844);
        await moderator.SignInAsync(lexicon.Moderator);
        await moderator.GotoAsync("/moderation.html");
        await moderator.GetByRole(AriaRole.Link, new() { Name = "Hidden terms" }).ClickAsync();
        await Expect(moderator.GetByText("By mistake.")).ToBeVisibleAsync();
        await moderator.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Accessibility.ExpectNoViolationAsync(moderator, "moderation-hidden");
        await moderator.GetByRole(AriaRole.Button, new() { Name = $"Show again {name}" }).ClickAsync();
        await moderator.GetByLabel("Why?").FillAsync("It was right.");
        await Accessibility.ExpectNoViolationAsync(moderator, "moderation-show");
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();
        await Expect(moderator.GetByText("is shown again.")).ToBeVisibleAsync();
        await Expect(moderator.GetByRole(AriaRole.Button, new() { Name = $"Show again {name}" })).ToHaveCountAsync(0);
        await moderator.Context.CloseAsync();

        Assert.True(await Eventually.IsSoAsync(async () => (await lexicon.Anonymous.GetAsync(path)).Status is HttpStatusCode.OK));
    }

    /// <summary>What API Gateway says of credentials that are over, Local.Tests hold; it takes an hour to come to that here.</summary>
    [Fact]
    public async Task Credentials_ThatHaveExpired_AreRenewed_AndTheModeratorNoticesNothing()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Moderator);
        var given = 0;
        page.Request += (_, request) => given +=
            request.Headers.GetValueOrDefault("x-amz-target") is "AWSCognitoIdentityService.GetCredentialsForIdentity" ? 1 : 0;
        await page.RouteAsync(
            "**/api/moderation/reports",
            route => route.FulfillAsync(new()
            {
                Status = 403,
                ContentType = "application/problem+json",
                Body = """{"type":"/problems/forbidden","detail":"The security token included in the request is expired"}""",
            }),
            new() { Times = 1 });

        await page.GotoAsync("/moderation.html");

        await Expect(page.GetByText(new Regex("reports? to decide|nothing to decide")).First).ToBeVisibleAsync();
        Assert.Equal(2, given);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task Moderator_HasALinkToTheReportsOnEachPage_InOneLineWithTheOthers_SoThatNothingMovesWhenItComes(int width, int height)
    {
        var page = await OpenAsync(lexicon.Site, width, height);
        await page.SignInAsync(lexicon.Moderator);
        foreach (var name in new[] { "/", "/mine.html", "/lessons.html" })
        {
            await page.GotoAsync(name, new() { WaitUntil = WaitUntilState.NetworkIdle });

            var links = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
            await Expect(links.GetByRole(AriaRole.Link, new() { Name = "Moderation" })).ToBeVisibleAsync();
            Assert.True(
                await page.EvaluateAsync<bool>("""
                    () => {
                      const links = [...document.querySelectorAll('#nav a')].map((link) => link.getBoundingClientRect());
                      return links.every(({ top, right }) => top === links[0].top && right <= innerWidth);
                    }
                    """),
                $"The links of {name} are not in one line.");
        }

        await page.Context.CloseAsync();
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
