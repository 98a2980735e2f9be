using Xunit;

namespace Assay.Tests.Cli;

/// <summary>What is told about the dates and the language that an article is checked with.</summary>
public sealed class DateTests
{
    private const string Claim = "Kazakhstan is a member of the CSTO.";

    [Fact]
    public void Without_a_date_the_message_says_how_to_give_one() => Told(0, "add --date", "check", "-");

    [Fact]
    public void A_day_that_no_calendar_has() => Told(2, "'2025-02-30' is not a day of the calendar", "check", "-", "--date", "2025-02-30");

    [Fact]
    public void A_date_in_the_future_is_doubted() => Told(0, "still to come", "check", "-", "--date", "2999");

    [Fact]
    public void A_later_day_that_is_not_later() => Told(0, "not later than 2024", "check", "-", "--date", "2024", "--later", "2020");

    [Fact]
    public void A_language_without_rules() => Told(2, "no rules for the language 'de'; there are: en", "check", "-", "--date", "2024", "--language", "de");

    [Fact]
    public void A_pack_whose_name_is_mistyped() => Told(4, "did you mean packs/kazakhstan?", "check", "-", "--date", "2024", "--evidence", "packs/kazakstan");

    [Fact]
    public void A_later_day_shows_its_verdict_with_the_row_that_changed_it()
    {
        var run = CommandRun.With("Niger is a member of ECOWAS.", "check", "-", "--date", "2024-06-01", "--later", "2026-06-01", "--verify");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Refuted as of 2026-06-01", run.Output, StringComparison.Ordinal);
        Assert.Contains("memberships/ne/ecowas", run.Output.ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    private static void Told(int exitCode, string words, params string[] arguments)
    {
        var run = CommandRun.With(Claim, arguments);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(words, Assert.Single(run.Complaints), StringComparison.Ordinal);
    }
}
