using CsCheck;
using Assay.Formats.FollowTheMoney;
using Xunit;

namespace Assay.Tests.FollowTheMoney;

/// <summary>Shares as people and registers type them. What may mean two things is not understood.</summary>
public sealed class SharePhraseTests
{
    [Theory]
    [InlineData("49", "49")]
    [InlineData("100", "100")]
    [InlineData("25.00", "25")]
    [InlineData("12,5 %", "12.5")]
    [InlineData("12.500", "12.5")]
    [InlineData(".5", "0.5")]
    [InlineData("0.5", "0.5")]
    [InlineData("0,5%", "0.5")]
    [InlineData("100%", "100")]
    [InlineData("(100%)", "100")]
    [InlineData("33.33 percent", "33.33")]
    [InlineData("12,5 Prozent", "12.5")]
    [InlineData("50 процентов", "50")]
    [InlineData("٢٥٪", "25")]
    [InlineData("25\u00a0%", "25")]
    [InlineData("51% of the shares", "51")]
    [InlineData("1/4", "25")]
    [InlineData("25/100", "25")]
    [InlineData("150/1000", "15")]
    [InlineData("½", "50")]
    [InlineData("1/1", "100")]
    [InlineData("half", "50")]
    [InlineData("a quarter", "25")]
    [InlineData("wholly-owned", "100")]
    [InlineData("1/3", "33.333333333-33.333333334")]
    [InlineData("two thirds", "66.666666666-66.666666667")]
    [InlineData(">25%", ">25")]
    [InlineData("> 25", ">25")]
    [InlineData("more than 50", ">50")]
    [InlineData("More than 50%", ">50")]
    [InlineData("mehr als 25 %", ">25")]
    [InlineData("plus de 25 %", ">25")]
    [InlineData("más del 25", null)]
    [InlineData("более 25%", ">25")]
    [InlineData("понад 25 відсотків", ">25")]
    [InlineData("75 or more", ">=75")]
    [InlineData("75% or more", ">=75")]
    [InlineData("75+", ">=75")]
    [InlineData(">= 75", ">=75")]
    [InlineData("≥75%", ">=75")]
    [InlineData("at least 10", ">=10")]
    [InlineData("from 10%", ">=10")]
    [InlineData("<5", "<5")]
    [InlineData("less than 5 %", "<5")]
    [InlineData("up to 25%", "<=25")]
    [InlineData("25 or less", "<=25")]
    [InlineData("25-50", "25-50")]
    [InlineData("25 – 50 %", "25-50")]
    [InlineData("25% to 50%", "25-50")]
    [InlineData("between 25 and 50", "25-50")]
    [InlineData("from 25 to 50", "25-50")]
    [InlineData("25 bis 50 Prozent", "25-50")]
    [InlineData("от 25 до 50%", "25-50")]
    [InlineData(">25-50", ">25 and <=50")]
    [InlineData("25 - <50", ">=25 and <50")]
    [InlineData("25 up to 50", "25-50")]
    [InlineData("More than 25% but not more than 50%", ">25 and <=50")]
    [InlineData("more than 50% but less than 75%", ">50 and <75")]
    [InlineData("<50 and >25", ">25 and <50")]
    [InlineData("[25, 50)", ">=25 and <50")]
    [InlineData("(25;50]", ">25 and <=50")]
    [InlineData("0-100", "")]
    [InlineData("50% + 1 share", ">50")]
    [InlineData("50 % plus one share", ">50")]
    [InlineData("50%+1", ">50")]
    [InlineData("50+1", ">50")]
    [InlineData("25% minus 1 share", "<25")]
    [InlineData("50% - 1 share", "<50")]
    [InlineData("majority", ">50")]
    [InlineData("Majority stake", ">50")]
    [InlineData("more than half", ">50")]
    [InlineData("minority", "<50")]
    [InlineData("контрольный пакет", ">50")]
    public void A_share_is_read(string text, string? range)
    {
        var (outcome, read) = SharePhrase.Read(text);
        if (range is null)
        {
            Assert.Equal(ShareOutcome.NotUnderstood, outcome);
            return;
        }
        Assert.Equal((ShareOutcome.Share, range), (outcome, read.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("unknown")]
    [InlineData("N/A")]
    [InlineData("n.a.")]
    [InlineData("-")]
    [InlineData("???")]
    [InlineData("неизвестно")]
    [InlineData("0")]
    [InlineData("0.00 %")]
    public void Nothing_and_nought_say_that_the_share_is_not_known(string text) =>
        Assert.Equal((ShareOutcome.Unknown, ShareRange.Whole), SharePhrase.Read(text));

    [Theory]
    [InlineData("12,500")]
    [InlineData("1.234,5")]
    [InlineData("10 shares")]
    [InlineData("1 share")]
    [InlineData("1/2 %")]
    [InlineData("50/50")]
    [InlineData("49/51")]
    [InlineData("51/49")]
    [InlineData("3/0")]
    [InlineData("25, 50")]
    [InlineData("25 and 50")]
    [InlineData("50-25")]
    [InlineData("-5")]
    [InlineData("25-")]
    [InlineData("about 25")]
    [InlineData("~25%")]
    [InlineData("25% indirect")]
    [InlineData("25% voting rights")]
    [InlineData("(25,50)")]
    [InlineData("[50, 25]")]
    [InlineData(">50 and <50")]
    [InlineData("controlling")]
    [InlineData("2021-05-04")]
    [InlineData("25.00.50")]
    [InlineData("12345678901234567890123")]
    public void What_may_mean_something_else_is_not_understood(string text) =>
        Assert.Equal((ShareOutcome.NotUnderstood, ShareRange.Whole), SharePhrase.Read(text));

    [Theory]
    [InlineData("101")]
    [InlineData("10000")]
    [InlineData("> 100.5")]
    [InlineData("50-150")]
    public void More_than_the_whole_is_told_apart(string text) =>
        Assert.Equal((ShareOutcome.BeyondWhole, ShareRange.Whole), SharePhrase.Read(text));

    [Fact]
    public void A_range_is_written_in_words_that_read_back_as_itself() => Ranges.Sample(range =>
        Assert.Equal((ShareOutcome.Share, range), SharePhrase.Read(range.ToString())));

    [Fact]
    public void What_covers_two_ranges_holds_whatever_either_holds() => Gen.Select(Ranges, Ranges, Gen.Int[0, 1000]).Sample((left, right, tenths) =>
    {
        var share = tenths / 10m;
        Assert.True((!Holds(left, share) && !Holds(right, share)) || Holds(left.Cover(right), share));
        Assert.Equal(left.Cover(right), right.Cover(left));
    });

    [Fact]
    public void No_text_throws() => Gen.OneOf(Gen.String, Gen.String["0123456789.,%<>=-+/ []()andtormesh"]).Sample(text =>
    {
        var (outcome, range) = SharePhrase.Read(text);
        Assert.True(range is { Least: >= 0, Most: <= 100 } && range.Least <= range.Most);
        Assert.True(outcome == ShareOutcome.Share || range.IsWhole);
    });

    [Fact]
    public void A_number_is_percent_as_it_stands() => Gen.Int[1, 10_000].Sample(hundredths =>
    {
        var share = hundredths / 100m;
        var point = share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var text in (string[])[point, point.Replace('.', ','), $"{point}%", $" {point} % "])
            Assert.Equal((ShareOutcome.Share, new ShareRange(share, share)), SharePhrase.Read(text));
    });

    internal static Gen<ShareRange> Ranges => Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 10_000], Gen.Bool, Gen.Bool)
        .Select((one, other, isAbove, isBelow) => new ShareRange(Math.Min(one, other) / 100m, Math.Max(one, other) / 100m, isAbove && one != other, isBelow && one != other))
        .Where(range => range.Most > 0 && !range.IsWhole);

    private static bool Holds(ShareRange range, decimal share) =>
        (range.IsAboveLeast ? share > range.Least : share >= range.Least) && (range.IsBelowMost ? share < range.Most : share <= range.Most);
}
