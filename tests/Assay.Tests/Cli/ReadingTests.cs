using System.Text.Json;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>What <c>assay mentions</c> and <c>assay claims</c> tell of how an article is read.</summary>
public sealed class ReadingTests
{
    private const string Text = "Date: 2025-06-17\n\nIf Russia left the CSTO, it would be alone. Chevron holds 50 % of Tengizchevroil. Kazakhstan belongs to the CIS. Pirx sleeps well. Thule signed nothing in 2024.";

    [Fact]
    public void Mentions_tell_what_each_name_is_taken_for_and_why()
    {
        var sentences = Json("mentions").GetProperty("sentences").EnumerateArray().ToList();
        var mentions = sentences.SelectMany(sentence => sentence.GetProperty("mentions").EnumerateArray()).ToList();
        var chevron = mentions.Single(mention => Word(mention, "quote") == "Chevron");
        var link = Assert.Single(chevron.GetProperty("links").EnumerateArray());
        Assert.Equal(("chevron", "alias", 0.95m), (Word(link, "entity"), Word(link, "reason"), link.GetProperty("score").GetDecimal()));
        Assert.Equal("unlinked", Word(mentions.Single(mention => Word(mention, "quote") == "Thule"), "kind"));
        Assert.Equal("50 %", Word(mentions.Single(mention => Word(mention, "kind") == "figure"), "value"));
        Assert.All(mentions, mention => Assert.Equal(Word(mention, "quote"), Text[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public void Claims_tell_their_frame_their_roles_and_what_was_let_go()
    {
        var document = Json("claims");
        var claims = document.GetProperty("claims").EnumerateArray().ToList();
        var share = claims.Single(claim => Word(claim, "frame") == "hold-share");
        Assert.Equal(["owner=Chevron→chevron", "share=50 %→50 %", "owned=Tengizchevroil→tengizchevroil"],
            share.GetProperty("roles").EnumerateArray().Select(role => $"{Word(role, "role")}={Word(role, "quote")}→{Word(role, "value")}"));
        Assert.StartsWith("What share of", Word(Assert.Single(share.GetProperty("questions").EnumerateArray()), "question"), StringComparison.Ordinal);
        Assert.Contains("holds", share.GetProperty("triggers").EnumerateArray().Select(trigger => Word(trigger, "quote")));
        Assert.Contains(document.GetProperty("rejected").EnumerateArray(), match => Word(match, "frame") == "left" && Word(match, "why") == "not-put-forward");
        Assert.Contains(document.GetProperty("passedOver").EnumerateArray(), clause => Word(clause, "quote").StartsWith("Russia left", StringComparison.Ordinal));
    }

    [Fact]
    public void Claims_have_the_ids_and_places_of_a_check()
    {
        using var folder = new TemporaryFolder();
        var file = Article(folder);
        var read = JsonDocument.Parse(InProcessRun.Of("claims", file, "--format", "json").Output).RootElement;
        var check = JsonDocument.Parse(InProcessRun.Of("check", file, "--format", "json", "--changes", "0").Output).RootElement;
        Assert.Equal(Places(check), Places(read));

        static IEnumerable<string> Places(JsonElement document) => document.GetProperty("claims").EnumerateArray().Select(claim => $"{Word(claim, "id")} {claim.GetProperty("start")} {claim.GetProperty("end")} {Word(claim, "kind")}");
    }

    [Theory]
    [InlineData("mentions")]
    [InlineData("claims")]
    public void Every_language_with_rules_may_be_asked_for(string verb)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "article.txt");
        File.WriteAllText(file, "Date: 2025-06-17\n\nКазахстан является членом ОДКБ.");
        var run = InProcessRun.Of(verb, file, "--language", "ru");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Казахстан", run.Output, StringComparison.Ordinal);
        Assert.Contains("there are: en, ru", InProcessRun.Of(verb, file, "--language", "xx").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentions")]
    [InlineData("claims")]
    public void What_cannot_be_read_ends_as_a_check_does(string verb)
    {
        Assert.Equal(3, InProcessRun.Of(verb, "none.txt").ExitCode);
        Assert.Equal(2, InProcessRun.Of(verb, "none.txt", "--format", "csv").ExitCode);
        Assert.Equal(2, InProcessRun.Of(verb).ExitCode);
    }

    private static JsonElement Json(string verb)
    {
        using var folder = new TemporaryFolder();
        var run = InProcessRun.Of(verb, Article(folder), "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static string Article(TemporaryFolder folder)
    {
        var file = Path.Combine(folder.Path, "a.txt");
        File.WriteAllText(file, Text);
        return file;
    }

    private static string Word(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
