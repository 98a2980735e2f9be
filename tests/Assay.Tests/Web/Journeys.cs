using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>Steps that several tests take in the browser, by the words that a person sees.</summary>
internal static partial class Journeys
{
    /// <summary>Pastes an example at the desk and waits for its findings; gives the path of the draft.</summary>
    public static async Task<string> CheckAsync(RunningWorkbench workbench, IPage page, string example)
    {
        await page.GotoAsync($"{workbench.Address}/desk?lang=en");
        await page.GetByLabel("Paste the article").FillAsync(await File.ReadAllTextAsync(Checkout.PathOf("examples", example), TestContext.Current.CancellationToken));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Preview and publish" }).WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Publishes the draft that is open; gives the path of the article.</summary>
    public static async Task<string> PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Preview and publish" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(ArticleAddress());
        await page.Locator("article.card").First.WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    [GeneratedRegex("^https?://[^/]+/a/")]
    private static partial Regex ArticleAddress();
}
