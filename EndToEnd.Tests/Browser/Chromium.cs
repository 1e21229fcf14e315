using Microsoft.Playwright;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>
/// The machine's own Chromium, headless, one for all tests from the first page on; <c>CHROMIUM</c> names another program.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    // A page is looked at until it is as expected, for so long at most: a machine that runs other tests beside may be slow.
    private const int Patience = 15_000;

    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>A page in a profile of its own.</summary>
    public async Task<IPage> OpenAsync(Uri site, int width = 1280, int height = 800)
    {
        _browser ??= await LaunchAsync();
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = site.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Closes every page.</summary>
    public async Task CloseAllAsync()
    {
        foreach (var context in _browser?.Contexts.ToList() ?? [])
        {
            await context.CloseAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<IBrowser> LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Find(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not on the PATH; 'make test' installs it, CHROMIUM names another program");
}
