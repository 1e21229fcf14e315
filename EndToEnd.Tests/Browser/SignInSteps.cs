using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lexicon.EndToEnd.Tests.Browser;

/// <summary>Signing in, as a reader does it.</summary>
internal static class SignInSteps
{
    public static async Task SignInAsync(this IPage page, (string Name, string Password) reader)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("E-mail or user name").FillAsync(reader.Name);
        await page.GetByLabel("Password").FillAsync(reader.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }
}
