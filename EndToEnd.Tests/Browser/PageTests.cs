using Microsoft.Playwright;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>
/// Tests that open pages. What a test opened is closed after it: an open page goes on asking, and takes the others' time.
/// </summary>
public abstract class PageTests(Chromium chromium) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => chromium.CloseAllAsync();

    /// <summary>A page in a profile of its own.</summary>
    protected Task<IPage> OpenAsync(Uri site, int width = 1280, int height = 800) => chromium.OpenAsync(site, width, height);
}
