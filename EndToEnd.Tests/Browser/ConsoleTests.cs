using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>
/// Each view of the console shows what was just done, and has nothing that axe-core objects to, on a phone and on a desktop, light and
/// dark.
/// </summary>
[Collection(BrowsedLexicon.Name)]
[Trait("Where", "Local")]
public sealed class ConsoleTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    private static readonly string Modules = Repository.File("Local", "WebConsole", "Pages", "views.js");

    public static TheoryData<string> Views() => new(
        Regex.Matches(File.ReadAllText(Modules), "id: '([a-z]+)'").Select(view => view.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_HasNoViolation(string view)
    {
        await lexicon.Anonymous.GetAsync("/api/glossaries");
        var page = await OpenAsync($"#{view}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await Accessibility.ExpectNoViolationAsync(page, $"console-{view}");
    }

    [Fact]
    public async Task Request_IsInTheList_AndItsWayLeadsToTheTable()
    {
        var word = $"seen{Guid.NewGuid():N}";
        await lexicon.Anonymous.GetAsync($"/api/glossaries?limit=3&ignored={word}");
        var page = await OpenAsync("#requests");

        await page.GetByLabel("Find").FillAsync(word);
        await page.GetByLabel("Time").SelectOptionAsync(new SelectOptionValue { Label = "From ... to ..." });
        await page.GetByLabel("From (UTC)").FillAsync("2099-01-01T00:00:01");
        await Expect(page.GetByText("None of ")).ToBeVisibleAsync();
        await page.GetByLabel("Time").SelectOptionAsync(new SelectOptionValue { Label = "The last 5 minutes" });
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("GET .api.glossaries") }).ClickAsync();

        await page.GetByText("dynamodb Query").ClickAsync();
        await Expect(page.Locator(".waterfall").GetByText("publicPk = PUBLIC")).ToBeVisibleAsync();
        await Expect(page.Locator(".waterfall").GetByText(", of the entity glossary: a glossary")).ToBeVisibleAsync();
        await Expect(page.GetByText("query string (all)", new() { Exact = true })).ToBeVisibleAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-request");
    }

    [Fact]
    public async Task Request_ShowsItsHeadersAndBodies_AndTheEventOfItsFunction_ButNoSecret()
    {
        var word = $"kept{Guid.NewGuid():N}";
        await lexicon.SignedIn.CreateGlossaryAsync(word);
        var page = await OpenAsync("#requests");

        await page.GetByLabel("Find").FillAsync("POST /api/me/glossaries");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("POST .api.me.glossaries") }).First.ClickAsync();
        await page.GetByText("Headers and bodies at the edge").ClickAsync();
        await page.GetByText("Headers and bodies at the API").ClickAsync();
        await page.GetByText(new Regex("^What .*CreateGlossary got and returned$")).ClickAsync();

        await Expect(page.GetByLabel("What the viewer sent, ")).ToContainTextAsync(word);
        await Expect(page.GetByLabel("What the viewer got, ")).ToContainTextAsync("\"title\"");
        await Expect(page.GetByLabel("Its event, ")).ToContainTextAsync("\"httpMethod\": \"POST\"");
        await Expect(page.GetByLabel("What it returned, ")).ToContainTextAsync("\"statusCode\": 201");
        await Expect(page.GetByText("Bearer ***").First).ToBeVisibleAsync();
        Assert.DoesNotContain("eyJ", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Accessibility.ExpectNoViolationAsync(page, "console-contents");
    }

    [Fact]
    public async Task Request_IsHeldBeforeItsFunction_IsShownBeforeAndAfter_AndGoesOnWhenItIsReleased()
    {
        var word = $"held{Guid.NewGuid():N}";
        var page = await OpenAsync("#hold");

        // No request stays open while nothing is to be held.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByLabel("Before the step").SelectOptionAsync(new SelectOptionValue { Value = "API Gateway/Integrate" });
        await page.GetByLabel("Only if this is in its path").FillAsync(word);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hold the next request" }).ClickAsync();
        await Expect(page.GetByText("will wait there")).ToBeVisibleAsync();

        var request = lexicon.Anonymous.GetAsync($"/api/glossaries?ignored={word}");
        await Expect(page.GetByLabel("As it is now: resource")).ToContainTextAsync("/api/glossaries");
        Assert.False(request.IsCompleted);
        await page.GetByRole(AriaRole.Button, new() { Name = "To the next step" }).ClickAsync();
        await Expect(page.GetByLabel("As it is now: event")).ToContainTextAsync("\"httpMethod\": \"GET\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "To the next step" }).ClickAsync();
        await Expect(page.GetByLabel("As it is now: returned")).ToContainTextAsync("\"statusCode\": 200");
        await Expect(page.GetByText("event, as before")).ToBeVisibleAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-held");
        await page.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();

        Assert.Equal(HttpStatusCode.OK, (await request).Status);
        await Expect(page.GetByText("No request is held.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RefusedRequest_SaysWhy_AndWhatWouldMendIt_AndCanBeSentAgain()
    {
        var word = $"refused{Guid.NewGuid():N}";
        await lexicon.Anonymous.GetAsync($"/api/me/glossaries?ignored={word}");
        var page = await OpenAsync("#requests");

        await page.GetByLabel("Find").FillAsync(word);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("GET .api.me.glossaries") }).ClickAsync();
        await Expect(page.GetByText("Sign in, and send the token in the header that the authorizer reads")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();

        await Expect(page.GetByText("It answered 401.")).ToBeVisibleAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-refused");
    }

    [Fact]
    public async Task ConnectionThatIsRefused_SaysWhatItsAuthorizerSaidOfTheTicket()
    {
        using var socket = new ClientWebSocket();
        var address = await LiveClient.AddressAsync(lexicon.Anonymous, "?ticket=01ARZ3NDEKTSV4RRFFQ69G5FAV");
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, default));
        var page = await OpenAsync("#requests");

        await page.GetByLabel("Find").FillAsync("$connect 403");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("connect") }).First.ClickAsync();

        await Expect(page.Locator(".why")).ToContainTextAsync("and a ticket is good for 30 s.");
    }

    [Fact]
    public async Task RequestThatAFunctionRefuses_SaysWhy_AndShowsWhatTheFunctionLogged()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("Overtaken");
        await lexicon.SignedIn.PutAsync(
            $"/api/me/glossaries/{glossary.Id}",
            new() { ["title"] = "Overtaken", ["description"] = "", ["visibility"] = "private" },
            "\"7\"");
        var page = await OpenAsync("#requests");

        await page.GetByLabel("Find").FillAsync($"PUT {glossary.Id}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("PUT .api.me.glossaries") }).ClickAsync();
        await Expect(page.GetByText("The version that the request would replace")).ToBeVisibleAsync();
        await page.GetByText(new Regex("^What .*UpdateGlossary logged$")).ClickAsync();

        await Expect(page.GetByLabel("The log of ")).ToContainTextAsync("stale-version");
        await Accessibility.ExpectNoViolationAsync(page, "console-refused-by-a-function");
    }

    [Fact]
    public async Task Map_HasTheTable_AndLightsUpTheWayOfARequest()
    {
        var page = await OpenAsync("#map");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("functions") }).First)
            .ToBeVisibleAsync(new() { Timeout = 30_000 });

        await lexicon.Anonymous.GetAsync($"/api/glossaries?ignored={Guid.NewGuid():N}");

        await Expect(page.Locator(".map-way.map-lit")).Not.ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("GlossariesTable") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Items" })).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex(@"^\$0\.\d+ on AWS$"))).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "read request units" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Point-in-time recovery")).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex("^Who: .*ListTerms.* · If: each dynamodb:LeadingKeys is like GLOSSARY")))
            .Not.ToHaveCountAsync(0);
        await page.GetByText("Words used here: dynamodb:LeadingKeys").ClickAsync();
        await page.GetByText("What it costs").ScrollIntoViewIfNeededAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-map-table");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^GlossaryApi") }).First.ClickAsync();
        await Expect(page.GetByText("Who may call: anyone · ").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel(new Regex("^Mapping templates of POST /api/glossaries/.*/reports, What the caller gets: 202")))
            .Not.ToHaveCountAsync(0);
        await Accessibility.ExpectNoViolationAsync(page, "console-map-place");
    }

    [Fact]
    public async Task Function_IsInvokedWithATestEvent_AndItsEnvironmentIsAlive()
    {
        var page = await OpenAsync("#functions");
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("^GetOpenApi .* [0-9]+ MB [0-9]+ s ") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "GetOpenApi" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Invoke" }).ClickAsync();

        await Expect(page.GetByText(new Regex("It returned:|It failed"))).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Environments" })).ToBeVisibleAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-function");
    }

    [Fact]
    public async Task Table_ShowsWhatIsStored_AndAQueryWithWhatItCost()
    {
        var glossary = await lexicon.SignedIn.CreateGlossaryAsync("A glossary to find in the table");
        var page = await OpenAsync("#table");

        await page.GetByLabel("Partition key is").FillAsync($"GLOSSARY#{glossary.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the query" }).ClickAsync();

        await Expect(page.GetByText(new Regex("items returned, .* capacity units consumed"))).ToBeVisibleAsync();
        await Expect(page.GetByText("#partition = :partition")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "As declared" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Attributes of glossary" })).ToContainTextAsync("termCount");
        await Expect(page.GetByText("not as declared")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Heading, new() { Name = "As declared" }).ScrollIntoViewIfNeededAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-query");
    }

    [Fact]
    public async Task Permissions_SayWhatARoleUsed()
    {
        await lexicon.Anonymous.GetAsync($"/api/glossaries?ignored={Guid.NewGuid():N}");
        var page = await OpenAsync("#permissions");

        await page.GetByLabel("Find a role").FillAsync("ListGlossariesRole");

        await Expect(page.GetByText("dynamodb:Query", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Granted and used")).ToBeVisibleAsync();
        await Expect(page.GetByText("Lambda asked for it when it made the function")).ToBeVisibleAsync();
        await Accessibility.ExpectNoViolationAsync(page, "console-role");
    }

    private async Task<IPage> OpenAsync(string hash)
    {
        var page = await OpenAsync(lexicon.Console!);
        await page.GotoAsync($"/{hash}");
        return page;
    }
}
