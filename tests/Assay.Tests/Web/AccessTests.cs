using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>What axe-core finds on every kind of page, wide and on a phone, light and dark.</summary>
public sealed class AccessTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Theory]
    [InlineData(1280, ColorScheme.Light, "en-GB")]
    [InlineData(390, ColorScheme.Dark, "ru-RU")]
    public async Task No_page_has_a_serious_fault_of_access(int width, ColorScheme scheme, string language)
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var page = await chromium.OpenAsync(width, language: language, scheme: scheme);
        var faults = new List<string>();
        foreach (var path in await PathsAsync(workbench, page, language[..2]))
        {
            await page.GotoAsync(workbench.Address + path);
            var found = await page.RunAxe();
            faults.AddRange(found.Violations.Where(fault => Serious.Contains(fault.Impact)).Select(fault => $"{path}: {fault.Id}: {string.Join("; ", fault.Nodes.Take(3).Select(Where))}"));
            // A page that is wider than its window scrolls sideways, which no rule of axe looks for.
            var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (tooWide > 0) faults.Add($"{path}: {tooWide} px wider than its window");
        }
        Assert.Empty(faults);
    }

    private static string Where(AxeResultNode node) => node.Html.Length > 150 ? node.Html[..150] : node.Html;

    // The first visit of the desk makes this browser its editor.
    private static async Task<IReadOnlyList<string>> PathsAsync(RunningWorkbench workbench, IPage page, string language)
    {
        await page.GotoAsync($"{workbench.Address}/desk");
        // The steps go by English words; the pages are looked at in the language of the test.
        await page.GotoAsync($"{workbench.Address}/language/en?back=/desk");
        var draft = await Journeys.CheckAsync(workbench, page, "oil-in-whose-hands.txt");
        var article = await Journeys.PublishAsync(page);
        await page.GotoAsync($"{workbench.Address}/language/{language}?back=/");
        return ["/", "/method", "/search?q=oil", article, $"{article}/c1", $"{article}/react", $"{article}/c1/react", $"{article}/c1/correct", "/e/kz", "/corrections", "/sign-in", "/nothing",
            "/desk", draft, $"{draft}/claims/c1", $"{draft}/publish", "/desk/rows/stakes", "/desk/requests"];
    }
}
