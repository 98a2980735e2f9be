using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>What an editor and a reader do, in a real browser.</summary>
public sealed partial class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Example = "oil-in-whose-hands.txt";

    [Fact]
    public async Task An_article_is_pasted_checked_published_and_read()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var page = await chromium.OpenAsync();
        await Journeys.CheckAsync(workbench, page, Example);
        await Journeys.PublishAsync(page);
        Assert.NotEqual(0, await page.Locator("article.card").CountAsync());
    }

    [Fact]
    public async Task A_corrected_claim_is_published_and_the_permalink_of_a_version_never_reads_otherwise()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var page = await chromium.OpenAsync();
        var draft = await Journeys.CheckAsync(workbench, page, Example);
        await MakeOtherAsync(workbench, page, draft);
        var article = await Journeys.PublishAsync(page);
        var first = await WordsAsync(page, $"{workbench.Address}{article}/v1");
        await DropAsync(workbench, page, draft);
        await Journeys.PublishAsync(page);
        await page.GotoAsync($"{workbench.Address}{article}");
        Assert.Contains("Version 2", await page.Locator(".standing").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(first, await WordsAsync(page, $"{workbench.Address}{article}/v1"));
    }

    [Fact]
    public async Task A_reaction_by_script_counts_in_place_is_known_after_a_reload_and_can_be_taken_back()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var (article, page) = await PublishedAsync(workbench);
        var address = $"{workbench.Address}{article}/c1";
        await page.GotoAsync(address);
        var useful = page.Locator("a.react[data-useful=yes]").First;
        await useful.ClickAsync();
        await Assertions.Expect(useful.Locator(".count")).ToHaveTextAsync("1");
        Assert.Equal(address, page.Url);
        await page.ReloadAsync();
        await Assertions.Expect(useful).ToHaveAttributeAsync("aria-pressed", "true");
        await useful.ClickAsync();
        await Assertions.Expect(useful.Locator(".count")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task A_reaction_without_script_is_counted_and_one_reader_is_too_few_for_a_score()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var (article, _) = await PublishedAsync(workbench);
        var reader = await chromium.OpenAsync(script: false);
        await reader.GotoAsync($"{workbench.Address}{article}/c1");
        await reader.Locator("a.react[data-useful=yes]").First.ClickAsync();
        await reader.GetByLabel("Useful", new() { Exact = true }).CheckAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(reader).Not.ToHaveURLAsync(FormAddress());
        await reader.GotoAsync($"{workbench.Address}{article}/c1");
        await Assertions.Expect(reader.Locator("a.react[data-useful=yes] .count").First).ToHaveTextAsync("1");
        var answer = await reader.APIRequest.GetAsync($"{workbench.Address}{article}/reactions.json");
        using var state = JsonDocument.Parse(await answer.TextAsync());
        var target = state.RootElement.GetProperty("targets").EnumerateArray().Single(each => each.GetProperty("claim").GetString() == "c1");
        Assert.Equal(1, target.GetProperty("useful").GetInt32());
        Assert.False(target.TryGetProperty("score", out _));
    }

    [Fact]
    public async Task The_keyboard_goes_through_claims_opens_them_finds_search_and_shows_help()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var (article, page) = await PublishedAsync(workbench);
        await page.GotoAsync(workbench.Address + article);
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("article.card.current")).ToHaveIdAsync("c1");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("article.card.current")).ToHaveIdAsync("c2");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('article.card')?.id === 'c2'"));
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("article.card.current")).ToHaveIdAsync("c1");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog.help")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.help")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator(".site-search input")).ToBeFocusedAsync();
        await page.GotoAsync(workbench.Address + article);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{workbench.Address}{article}/c1");
    }

    [Fact]
    public async Task The_date_of_an_entity_changes_its_tables_in_place()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync($"{workbench.Address}/e/kz");
        await page.EvaluateAsync("() => { window.stayed = true; }");
        var before = await page.Locator("#tables").InnerTextAsync();
        await page.Locator("input.slider").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page).ToHaveURLAsync(DatedAddress());
        await Assertions.Expect(page.Locator("#tables")).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
        Assert.True(await page.EvaluateAsync<bool>("() => window.stayed === true"));
    }

    [Fact]
    public async Task On_a_phone_an_article_is_checked_published_and_read_without_scrolling_sideways()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var page = await chromium.OpenAsync(390);
        var draft = await Journeys.CheckAsync(workbench, page, Example);
        var article = await Journeys.PublishAsync(page);
        foreach (var path in new[] { draft, $"{draft}/claims/c1", article, $"{article}/c1" })
        {
            await page.GotoAsync(workbench.Address + path);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }

    private async Task<(string Article, IPage Page)> PublishedAsync(RunningWorkbench workbench)
    {
        var page = await chromium.OpenAsync();
        await Journeys.CheckAsync(workbench, page, Example);
        return (await Journeys.PublishAsync(page), page);
    }

    // Nothing is asked of a claim of the kind "other": what the record refuted is open.
    private static async Task MakeOtherAsync(RunningWorkbench workbench, IPage page, string draft)
    {
        await page.GotoAsync($"{workbench.Address}{draft}/claims/c8");
        var verdict = page.Locator("#finding .verdict").First;
        await Assertions.Expect(verdict).ToContainTextAsync("Refuted");
        await page.Locator("select[name=kind]").SelectOptionAsync("other");
        await Assertions.Expect(page.Locator("input[name^='role.']")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Assertions.Expect(verdict).ToContainTextAsync("Not enough evidence");
        await page.GotoAsync(workbench.Address + draft);
    }

    private static async Task DropAsync(RunningWorkbench workbench, IPage page, string draft)
    {
        await page.GotoAsync($"{workbench.Address}{draft}/claims/c8");
        await page.Locator("input[name=reason]").FillAsync("It says nothing that can be checked.");
        await page.Locator("form[action$='/drop'] button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(workbench.Address + draft);
    }

    private static async Task<string> WordsAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        return string.Join('\n', await page.Locator("article.card, .found").AllInnerTextsAsync());
    }

    [GeneratedRegex("/react($|\\?)")]
    private static partial Regex FormAddress();

    [GeneratedRegex("[?&]at=")]
    private static partial Regex DatedAddress();
}
