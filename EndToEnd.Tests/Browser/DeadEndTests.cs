using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>Addresses at which a reader finds nothing, or nothing yet.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class DeadEndTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Theory]
    [InlineData("/glossary.html")]
    [InlineData("/glossary.html?id=")]
    [InlineData("/glossary.html?id=..")]
    public async Task GlossaryWithoutAnId_IsNotHere(string address)
    {
        var page = await OpenAsync(lexicon.Site);

        await page.GotoAsync(address);

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not here It does not exist");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PrivateGlossary_OfAReaderWhoNeverSignedIn_AsksForASignInPlainly()
    {
        var created = await lexicon.SignedIn.CreateGlossaryAsync($"Deep {Guid.NewGuid():N}", "private");
        var page = await OpenAsync(lexicon.Site);

        await page.GotoAsync($"/glossary.html?id={created.Id}&mine");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Sign in What is here is for its owner alone.Sign in");
    }
}
