using Xunit;

namespace Assay.Tests.Web;

/// <summary>What an editor and a reader do, in a real browser.</summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_article_is_pasted_checked_published_and_read()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var page = await chromium.OpenAsync();
        await Journeys.CheckAsync(workbench, page, "oil-in-whose-hands.txt");
        await Journeys.PublishAsync(page);
        Assert.NotEqual(0, await page.Locator("article.card").CountAsync());
    }
}
