using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>The API reference of the site, read and tried.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class ReferenceTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task Operation_IsTriedByAnyone()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync("/reference.html#ListGlossaries");

        await page.Locator("#ListGlossaries").GetByLabel("limit").FillAsync("1");
        await page.Locator("#ListGlossaries").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(page.Locator("#ListGlossaries").GetByRole(AriaRole.Status)).ToContainTextAsync("/api/glossaries?limit=1");
        await Expect(page.Locator("#ListGlossaries").GetByRole(AriaRole.Status)).ToContainTextAsync("\"items\": [");
    }

    [Fact]
    public async Task Operation_IsTriedWithTheReadersOwnSignIn_ByTheExampleOfTheDocument()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync("/reference.html#CreateGlossary");

        await page.Locator("#CreateGlossary").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(page.Locator("#CreateGlossary").GetByRole(AriaRole.Status)).ToContainTextAsync("201");
    }

    [Fact]
    public async Task RefusedRequest_LeadsToThePageOfItsProblem()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync("/reference.html#GetTerm");

        await page.Locator("#GetTerm").GetByRole(AriaRole.Link, new() { Name = "/problems/not-found" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not found" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task EveryOperationAndMessage_IsThere()
    {
        var page = await OpenAsync(lexicon.Site);
        var document = await lexicon.Anonymous.GetAsync("/api/openapi.json");

        await page.GotoAsync("/reference.html");

        await Expect(page.Locator("details.operation"))
            .ToHaveCountAsync(document.Body!["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count));
        await page.GetByRole(AriaRole.Link, new() { Name = "WebSocket messages" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "WebSocket messages" })).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A client sends" })).ToBeVisibleAsync();
    }

    // The operations come between the address and what it names.
    [Fact]
    public async Task Address_OfTheMessages_LeadsToThem()
    {
        var page = await OpenAsync(lexicon.Site);

        await page.GotoAsync("/reference.html#messages");

        await Expect(page.GetByText(" operations.")).ToBeAttachedAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "WebSocket messages" })).ToBeInViewportAsync();
    }
}
