using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>What a page shows of what others do meanwhile, without a reload.</summary>
[Collection(BrowsedLexicon.Name)]
public sealed class LivePageTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task TermOfAnother_AppearsInItsPlace_Changes_AndGoes()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Followed {Guid.NewGuid():N}");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Alder");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Willow");
        var reader = await FollowAsync(glossary.Id);
        var writer = await OpenAsync(lexicon.Site);
        await writer.SignInAsync(lexicon.Reader);
        await writer.GotoAsync($"/glossary.html?id={glossary.Id}&mine");

        await writer.GetByRole(AriaRole.Button, new() { Name = "Add a term" }).ClickAsync();
        await writer.GetByLabel("Term", new() { Exact = true }).FillAsync("Birch");
        await writer.GetByLabel("Definition").FillAsync("A white tree.");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync(["Alder", "Birch", "Willow"]);
        await Expect(reader.GetByText("3 terms", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(reader.GetByText("“Birch” was added.")).ToBeVisibleAsync();

        await writer.GetByRole(AriaRole.Button, new() { Name = "Edit Birch" }).ClickAsync();
        await writer.GetByLabel("Term", new() { Exact = true }).FillAsync("Yew");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync(["Alder", "Willow", "Yew"]);

        await writer.GetByRole(AriaRole.Button, new() { Name = "Delete Yew" }).ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync(["Alder", "Willow"]);
        await Expect(reader.GetByText("“Yew” was deleted.")).ToBeVisibleAsync();
        await Expect(reader.GetByText("2 terms", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(writer.GetByText("2 terms", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task GlossaryOfAnother_ChangesItsTitle_AndSaysThatItIsGone()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Followed {Guid.NewGuid():N}");
        var reader = await FollowAsync(glossary.Id);
        var path = $"/api/me/glossaries/{glossary.Id}";

        var changed = await lexicon.SignedIn.PutAsync(
            path, new() { ["title"] = "Another title", ["description"] = "", ["visibility"] = "public" }, glossary.ETag);
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Another title");
        await lexicon.SignedIn.DeleteAsync(path, changed.ETag);

        await Expect(reader.GetByRole(AriaRole.Alert)).ToContainTextAsync("This glossary was deleted");
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task GlossaryThatBecomesPrivate_IsGoneForOthers_AndNothingOfItIsTold()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Followed {Guid.NewGuid():N}");
        var reader = await FollowAsync(glossary.Id);

        await lexicon.SignedIn.PutAsync(
            $"/api/me/glossaries/{glossary.Id}",
            new() { ["title"] = "A secret", ["description"] = "", ["visibility"] = "private" },
            glossary.ETag);

        await Expect(reader.GetByRole(AriaRole.Alert)).ToContainTextAsync("no longer public");
        await Expect(reader.GetByText("A secret")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ChangeDuringAnEdit_LosesNothingThatWasTyped_AndIsShownAfterwards()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Edited {Guid.NewGuid():N}");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Alder");
        var page = await OpenAsync(lexicon.Site);
        await page.SignInAsync(lexicon.Reader);
        var messages = await OpenAsync(page, $"/glossary.html?id={glossary.Id}&mine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Alder" }).ClickAsync();
        await page.GetByLabel("Definition").FillAsync("Typed and not saved yet.");

        var told = messages.UntilAsync("termAdded");
        await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Birch");
        await told;
        await Expect(page.GetByLabel("Definition")).ToHaveValueAsync("Typed and not saved yet.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync(["Alder", "Birch"]);
        await Expect(page.GetByText("Typed and not saved yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PageThatLostItsConnection_CatchesUpWithWhatItMissed()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync($"Lost {Guid.NewGuid():N}", "private");
        var created = await lexicon.SignedIn.CreateTermAsync(glossary.Id, "Alder");
        var page = await OpenAsync(lexicon.Site);
        var connected = new TaskCompletionSource<IWebSocketRoute>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteWebSocketAsync(_ => true, route => route.ConnectToServer().OnMessage(frame =>
        {
            route.Send(frame.Text!);
            connected.TrySetResult(route);
        }));
        await page.SignInAsync(lexicon.Reader);
        await page.GotoAsync($"/glossary.html?id={glossary.Id}&mine");
        await Expect(page.GetByText("What Alder means.")).ToBeVisibleAsync();
        var connection = await connected.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await page.RouteAsync("**/live/tickets", route => route.AbortAsync());
        await connection.CloseAsync();

        var changed = created.Body!.DeepClone().AsObject();
        changed["definition"] = "Changed meanwhile.";
        await lexicon.SignedIn.PutAsync($"/api/me/glossaries/{glossary.Id}/terms/{created.Id}", changed, "*");
        await page.UnrouteAllAsync();

        await Expect(page.GetByText("Changed meanwhile.")).ToBeVisibleAsync();
    }

    /// <summary>A page of somebody who is not signed in, which follows.</summary>
    private async Task<IPage> FollowAsync(string glossaryId)
    {
        var page = await OpenAsync(lexicon.Site);
        await OpenAsync(page, $"/glossary.html?id={glossaryId}");
        return page;
    }

    /// <summary>Opens a page and returns once it follows; what it is told from then on.</summary>
    private static async Task<Messages> OpenAsync(IPage page, string address)
    {
        var messages = new Messages(page);
        var following = messages.UntilAsync("following");
        await page.GotoAsync(address);
        await following;
        return messages;
    }

    /// <summary>What a page is told on its connections.</summary>
    private sealed class Messages
    {
        private readonly List<(string Text, TaskCompletionSource Told)> _awaited = [];

        public Messages(IPage page) => page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Hear(frame.Text);

        public Task UntilAsync(string text)
        {
            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add(($"\"{text}\"", told));
            return told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        private void Hear(string? message) => _awaited
            .FindAll(one => message?.Contains(one.Text, StringComparison.Ordinal) == true)
            .ForEach(one => one.Told.TrySetResult());
    }
}
