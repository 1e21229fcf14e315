using System.Globalization;
using System.Text.RegularExpressions;
using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>The lessons do what they say, and each page says how it came.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class LessonTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    private static readonly string[] Lessons =
        [.. Directory.EnumerateFiles(Repository.File("Site"), "lesson-*.html").Select(file => Path.GetFileName(file)!)];

    [Fact]
    public async Task EveryRequestOfEveryLesson_IsAnsweredAsTheLessonSays()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        foreach (var lesson in Lessons)
        {
            await page.GotoAsync($"/{lesson}");
            var cards = page.Locator(".try-out");
            Assert.NotEqual(0, await cards.CountAsync());
            foreach (var card in await cards.AllAsync())
            {
                await card.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
                await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("Done. ", new() { Timeout = 60_000 });
                Assert.Equal([], await card.Locator(".answer-other").AllTextContentsAsync());
                await Expect(card.GetByRole(AriaRole.Status)).ToHaveTextAsync("Done. All of it came as expected.");
            }
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task CdnLesson_ShowsAMissAHitAndAHitThatIsOlder()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync("/lesson-cdn.html");
        var card = page.Locator(".try-out").First;

        await card.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("Done.", new() { Timeout = 60_000 });

        Assert.Equal(["Miss", "Miss", "Hit", "Hit"], (await HeadersAsync(card, "X-Cache")).Select(value => value.Split(' ')[0]));
        var ages = await HeadersAsync(card, "Age");
        Assert.Equal(2, ages.Count);
        Assert.True(Number(ages[1]) > Number(ages[0]), $"The ages are {string.Join(", ", ages)}.");
        await Accessibility.ExpectNoViolationAsync(page, "lesson-tried");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task RequestOfAReader_AsksWhoIsNotSignedInToSignIn()
    {
        var page = await OpenAsync(lexicon.Site);

        await page.GotoAsync("/lesson-dynamodb.html");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in to try it" }).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task FootOfAPage_SaysHowItCame_AndLeadsToItsWayInTheConsole()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync("/problems.html");

        await Expect(page.Locator("#how-it-came")).ToContainTextAsync("How this page came to you: from the ");
        await Expect(page.Locator("#how-it-came")).ToContainTextAsync("the edge location LCL50-P1");
        await page.GetByRole(AriaRole.Link, new() { Name = "See each step" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(lexicon.Console!.AbsoluteUri)}#trace="));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "GET /problems.html", Level = 2 })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    [Trait("Where", "Local")]
    public async Task Console_LeadsToTheLessons_AndALessonToItsViews()
    {
        var page = await OpenAsync(lexicon.Console!);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Lessons" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What are serverless functions?" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Functions view" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(lexicon.Console!, "/#functions").AbsoluteUri);
        await page.Context.CloseAsync();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> HeadersAsync(ILocator card, string name) =>
        await card.Locator("dt").GetByText(name, new() { Exact = true }).Locator("xpath=following-sibling::dd[1]").AllTextContentsAsync();
}
