using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>An owner gives a term an image, on the page of the glossary.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class ImageTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    private const int Patience = 60_000;

    // One red pixel.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Image_IsUploadedFromTheDialog_ShownAtTheTerm_AndRemovedAgain()
    {
        var page = await OpenTermAsync("Pictured");

        await OpenDialogAsync(page, "Pictured", "picture.png", "image/png", Png);
        await Expect(page.Locator(".image-preview")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Image of Pictured" })).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Image of Pictured" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the image" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Image of Pictured" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FileThatLies_IsRefusedAfterTheUpload_AndTheDialogSaysSo()
    {
        var page = await OpenTermAsync("Lying");

        await OpenDialogAsync(page, "Lying", "page.png", "image/png", "<h1>No picture</h1>"u8.ToArray());
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Expect(page.GetByText("This file is not an image that can be shown. Choose another one."))
            .ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task FileOfAnotherKind_CannotBeUploaded()
    {
        var page = await OpenTermAsync("Another kind");

        await OpenDialogAsync(page, "Another kind", "notes.txt", "text/plain", "Notes."u8.ToArray());

        await Expect(page.GetByText("This is not a JPEG, PNG or WebP file.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Upload" })).ToBeDisabledAsync();
    }

    private static async Task OpenDialogAsync(IPage page, string term, string name, string type, byte[] content)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Image of {term}" }).ClickAsync();
        await page.GetByLabel("A JPEG, PNG or WebP of up to 5 MB").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = type, Buffer = content });
    }

    private async Task<IPage> OpenTermAsync(string term)
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"With {term}");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, term);
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={glossary.Id}&mine");
        return page;
    }
}
