using Microsoft.Playwright;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>
/// Holds a page against axe-core (https://github.com/dequelabs/axe-core), light and dark, on a phone and on a desktop. With
/// <c>SCREENSHOTS</c>, a folder, each is drawn there, for people to look at.
/// </summary>
internal static class Accessibility
{
    private static readonly string Axe = File.ReadAllText(Repository.File("node_modules", "axe-core", "axe.min.js"));

    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("SCREENSHOTS");

    /// <summary>Fails with what axe-core objects to, and where a page scrolls sideways.</summary>
    public static async Task ExpectNoViolationAsync(IPage page, string name)
    {
        await page.EvaluateAsync(Axe);
        foreach (var (device, width, height) in new[] { ("phone", 390, 844), ("desktop", 1280, 800) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, height);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await DrawAsync(page, $"{name}-{device}-{scheme}");
                var violations = await page.EvaluateAsync<string[]>(
                    "async () => (await axe.run()).violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)");
                Assert.True(violations.Length == 0, $"{name}, {device}, {scheme}: {string.Join('\n', violations)}");
                Assert.True(
                    await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways");
            }
        }
    }

    private static async Task DrawAsync(IPage page, string name)
    {
        if (Screenshots is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
