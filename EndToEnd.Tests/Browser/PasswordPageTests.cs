using Lexicon.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>
/// The runner's pages in the place of Amazon Cognito's: what a password must have is said before it is typed, and who forgot theirs comes
/// to a new one.
/// </summary>
[Collection(BrowsedLexicon.Name)]
[Trait("Where", "Local")]
public sealed class PasswordPageTests(RunningLexicon lexicon, Chromium chromium) : PageTests(chromium)
{
    [Fact]
    public async Task ReaderWhoForgotThePassword_ChoosesANewOne_AndIsSignedIn()
    {
        var name = $"{Guid.NewGuid():N}@example.com";
        var page = await OpenAsync(lexicon.Site, width: 390, height: 844);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(name);
        await page.GetByLabel("Password").FillAsync("Before-1234!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await EnterCodeAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        await page.GetByLabel("E-mail or user name").FillAsync(name);
        await Accessibility.ExpectNoViolationAsync(page, "password-forgotten");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }).ClickAsync();
        await EnterCodeAsync(page);
        await page.GetByLabel("New password").FillAsync("after12345");
        await Expect(page.Locator("li[data-met]")).ToHaveTextAsync(["at least 10 characters", "a lower case letter", "a digit"]);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Missing: an upper case letter, a symbol, such as ! or -.");
        await Accessibility.ExpectNoViolationAsync(page, "password-new");
        await page.GetByLabel("New password").FillAsync("After-1234!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();

        await Expect(page.GetByText("Your password is changed.")).ToBeVisibleAsync();
        await page.GetByLabel("Password").FillAsync("After-1234!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignUp_SaysWhatAPasswordHas_BeforeItIsTyped_AndTicksItWhileItIs()
    {
        var page = await OpenAsync(lexicon.Site);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        var create = page.GetByRole(AriaRole.Link, new() { Name = "Create an account" });
        await Expect(create).ToBeVisibleAsync();
        await Accessibility.ExpectNoViolationAsync(page, "sign-in");
        await create.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
            ["at least 10 characters", "an upper case letter", "a lower case letter", "a digit", "a symbol, such as ! or -"]);
        await Expect(page.Locator("li[data-met]")).ToHaveCountAsync(0);
        await page.GetByLabel("Password").FillAsync("Enough-1234");
        await Expect(page.Locator("li[data-met]")).ToHaveCountAsync(5);
        await page.GetByLabel("Password").FillAsync("Enough");
        await Expect(page.Locator("li[data-met]")).ToHaveTextAsync(["an upper case letter", "a lower case letter"]);
        await Accessibility.ExpectNoViolationAsync(page, "sign-up");
        await page.Context.CloseAsync();
    }

    // It is shown where a mail would bring it.
    private static async Task EnterCodeAsync(IPage page) =>
        await page.GetByLabel("Code").FillAsync((await page.Locator("strong").TextContentAsync())!);
}
